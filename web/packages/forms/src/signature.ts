/**
 * Signing on the screen. The engine draws a question with the appearance `signature` (ODK XForms) as a plain photo question; this puts a
 * button for a drawing beside it and hands the drawing to the engine as if it were a chosen photo.
 */

/** The labels, in every language, of the form's questions that are signed. */
export function signatureLabels(xml: string): ReadonlySet<string> {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const all = (name: string) => Array.from(document.getElementsByTagName('*')).filter((node) => node.localName === name);
  const labels = new Set<string>();
  for (const upload of all('upload')) {
    if (!(upload.getAttribute('appearance') ?? '').split(/\s+/).includes('signature')) continue;
    const label = Array.from(upload.children).find((child) => child.localName === 'label');
    const id = /^jr:itext\(['"](.+)['"]\)$/.exec(label?.getAttribute('ref') ?? '')?.[1];
    const texts = id ? all('text').filter((text) => text.getAttribute('id') === id) : label ? [label] : [];
    for (const text of texts) labels.add((text.textContent ?? '').trim());
  }
  return labels;
}

/** Offers a drawing on each signed question below `root`, also on those drawn later, until the returned function is called. */
export function offerSignatures(
  root: HTMLElement,
  labels: ReadonlySet<string>,
  buttonText: string,
  open: (input: HTMLInputElement) => void,
): () => void {
  const offer = () => {
    for (const question of root.querySelectorAll<HTMLElement>('.question-container:not([data-signature])')) {
      const buttons = question.querySelector('.capture-buttons');
      const input = question.querySelector<HTMLInputElement>('input[type=file]');
      const label = question.querySelector('.control-text label')?.textContent?.trim() ?? '';
      if (!buttons || !input || !labels.has(label)) continue;
      question.dataset['signature'] = '';
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn sign';
      button.textContent = buttonText;
      button.addEventListener('click', () => open(input));
      buttons.before(button);
    }
  };
  offer();
  const observer = new MutationObserver(offer);
  observer.observe(root, { childList: true, subtree: true });
  return () => observer.disconnect();
}

/** Gives a file to the engine through its own file field. */
export function hand(input: HTMLInputElement, file: File): void {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
