import { hand } from './hand.ts';

const SEND = '.odk-form .footer button';
const PICTURE = '.preview-captured-image';

/**
 * Puts `prepare` between the camera and the engine: every photo that is chosen below `root` goes through it before the engine sees it,
 * until the returned function is called. Null keeps the photo out; `drawn` is told once the engine shows one, and `onTheWay` whether any is
 * chosen and not drawn yet. Who presses Send meanwhile sends once the last photo is drawn: no photo is left behind, and none that is on its way
 * counts as missing.
 */
export function preparePhotos(
  root: HTMLElement,
  prepare: (photo: File, input: HTMLInputElement) => Promise<File | null>,
  drawn: (input: HTMLInputElement) => void,
  onTheWay: (is: boolean) => void,
): () => void {
  let passing = false;
  let underWay = 0;
  let pressed: HTMLElement | null = null;
  const take = async (file: File, input: HTMLInputElement): Promise<void> => {
    const photo = await prepare(file, input);
    if (!photo) return;
    const shown = redrawn(input);
    passing = true;
    hand(input, photo);
    passing = false;
    await shown;
    if (input.isConnected) drawn(input);
  };
  const chosen = (event: Event): void => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || !input.accept.startsWith('image')) return;
    const file = input.files?.[0];
    if (!file || passing) return;
    event.stopImmediatePropagation();
    underWay += 1;
    onTheWay(true);
    void take(file, input).finally(() => {
      underWay -= 1;
      if (underWay > 0) return;
      onTheWay(false);
      pressed?.click();
      pressed = null;
    });
  };
  const clicked = (event: Event): void => {
    const button = (event.target as Element).closest<HTMLElement>(SEND);
    if (!button || underWay === 0) return;
    event.stopImmediatePropagation();
    pressed = button;
  };
  root.addEventListener('change', chosen, true);
  root.addEventListener('click', clicked, true);
  return () => {
    root.removeEventListener('change', chosen, true);
    root.removeEventListener('click', clicked, true);
  };
}

/** Resolves when the engine has drawn a picture anew beside this field, or taken the field away. */
function redrawn(input: HTMLInputElement): Promise<void> {
  const question = input.closest('.question-container');
  return new Promise((resolve) => {
    const observer = new MutationObserver((changes) => {
      const picture = question?.querySelector(PICTURE);
      const drawn = picture && changes.some(({ target, addedNodes }) => picture.contains(target) || [...addedNodes].includes(picture));
      if (!drawn && input.isConnected) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(input.ownerDocument, { childList: true, subtree: true, attributes: true, attributeFilter: ['src'] });
  });
}
