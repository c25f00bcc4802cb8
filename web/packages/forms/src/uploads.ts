import { partDrawnAs } from './engine-state.ts';
import type { EngineNode } from './engine-state.ts';
import { QUESTION } from './places.ts';

/** A question of the form that is answered with a picture. */
export interface Upload {
  /** The last step of its path: `house_front`. */
  readonly name: string;
  readonly signed: boolean;
}

/** The picture question that a part of the drawn form belongs to; null where it is none, and while the form loads. */
export function uploadAt(form: EngineNode | null, element: Element): Upload | null {
  const part = form && partDrawnAs(element.closest(QUESTION)?.id ?? '', form);
  if (part?.nodeType !== 'upload') return null;
  return { name: part.currentState.reference.split('/').pop() ?? '', signed: part.appearances?.['signature'] ?? false };
}

/**
 * Offers on each picture question below `root`, also on those drawn later, what the engine (0.22) does not have: signing on the screen, or a
 * camera of our own. `open` gets the engine's own file field, to hand it the picture. Until the returned function is called.
 */
export function offerPictures(
  root: HTMLElement,
  engine: () => EngineNode | null,
  words: { readonly sign: string; readonly photo: string },
  open: (upload: Upload, input: HTMLInputElement) => void,
): () => void {
  const offer = () => {
    for (const buttons of root.querySelectorAll(`${QUESTION}:not([data-offered]) .capture-buttons`)) {
      const question = buttons.closest<HTMLElement>(QUESTION)!;
      const input = question.querySelector<HTMLInputElement>('input[type=file]');
      const upload = uploadAt(engine(), question);
      if (!input || !upload) continue;
      question.dataset['offered'] = upload.signed ? 'sign' : 'photo';
      const button = document.createElement('button');
      button.type = 'button';
      button.className = `btn go ${question.dataset['offered']}`;
      const icon = document.createElement('i');
      icon.className = `ic ${upload.signed ? 'ic-pencil' : 'ic-camera'}`;
      icon.ariaHidden = 'true';
      button.append(icon, upload.signed ? words.sign : words.photo);
      button.addEventListener('click', () => open(upload, input));
      buttons.prepend(button);
    }
  };
  offer();
  const observer = new MutationObserver(offer);
  observer.observe(root, { childList: true, subtree: true });
  return () => observer.disconnect();
}
