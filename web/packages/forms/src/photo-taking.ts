import { hand } from './signature.ts';

/**
 * Puts `prepare` between the camera and the engine: every photo that is chosen below `root` goes through it before the engine sees it,
 * until the returned function is called. Null keeps the photo out.
 */
export function preparePhotos(root: HTMLElement, prepare: (photo: File, input: HTMLInputElement) => Promise<File | null>): () => void {
  let passing = false;
  const chosen = (event: Event): void => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.type !== 'file') return;
    const file = input.files?.[0];
    if (!file || passing) return;
    event.stopImmediatePropagation();
    void prepare(file, input).then((photo) => {
      if (!photo) return;
      passing = true;
      hand(input, photo);
      passing = false;
    });
  };
  root.addEventListener('change', chosen, true);
  return () => root.removeEventListener('change', chosen, true);
}
