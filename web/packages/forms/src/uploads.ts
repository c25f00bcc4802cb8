/** A question of the form that is answered with a picture. */
export interface Upload {
  /** The last step of its path: `house_front`. */
  readonly name: string;
  readonly signed: boolean;
}

/** The form's picture questions by their labels, in every language: all that the engine's drawing tells of a question is its label. */
export function uploadsOf(xml: string): ReadonlyMap<string, Upload> {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const all = (name: string) => Array.from(document.getElementsByTagName('*')).filter((node) => node.localName === name);
  const texts = all('text');
  const uploads = new Map<string, Upload>();
  for (const node of all('upload')) {
    const label = Array.from(node.children).find((child) => child.localName === 'label');
    const id = /^jr:itext\(['"](.+)['"]\)$/.exec(label?.getAttribute('ref') ?? '')?.[1];
    const labels = id ? texts.filter((text) => text.getAttribute('id') === id) : label ? [label] : [];
    const upload = {
      name: node.getAttribute('ref')?.split('/').pop() ?? '',
      signed: (node.getAttribute('appearance') ?? '').split(/\s+/).includes('signature'),
    };
    for (const text of labels) uploads.set((text.textContent ?? '').trim(), upload);
  }
  return uploads;
}

/** The picture question that a part of the drawn form belongs to. */
export function uploadAt(uploads: ReadonlyMap<string, Upload>, element: Element): Upload | null {
  return uploads.get(element.closest('.question-container')?.querySelector('.control-text label')?.textContent?.trim() ?? '') ?? null;
}

/**
 * Offers on each picture question below `root`, also on those drawn later, what the engine (0.22) does not have: signing on the screen, or a
 * camera of our own. `open` gets the engine's own file field, to hand it the picture. Until the returned function is called.
 */
export function offerPictures(
  root: HTMLElement,
  uploads: ReadonlyMap<string, Upload>,
  words: { readonly sign: string; readonly photo: string },
  open: (upload: Upload, input: HTMLInputElement) => void,
): () => void {
  const offer = () => {
    for (const buttons of root.querySelectorAll('.question-container:not([data-offered]) .capture-buttons')) {
      const question = buttons.closest<HTMLElement>('.question-container')!;
      const input = question.querySelector<HTMLInputElement>('input[type=file]');
      const upload = uploadAt(uploads, question);
      if (!input || !upload) continue;
      question.dataset['offered'] = upload.signed ? 'sign' : 'photo';
      const button = document.createElement('button');
      button.type = 'button';
      button.className = `btn go ${question.dataset['offered']}`;
      button.textContent = upload.signed ? words.sign : words.photo;
      button.addEventListener('click', () => open(upload, input));
      buttons.before(button);
    }
  };
  offer();
  const observer = new MutationObserver(offer);
  observer.observe(root, { childList: true, subtree: true });
  return () => observer.disconnect();
}
