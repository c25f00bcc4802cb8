const PAUSE_MS = 120;
const TOUCHES = ['input', 'change', 'click', 'keyup'] as const;

/**
 * Looks at the answers whenever the form was touched or redrawn, at once when the page is left, until the returned function is called.
 * `save` is told of each change once; what changes meanwhile is looked at afterwards. What the form comes with is no change, unless it was
 * answered before it was looked at for the first time.
 */
export function watchAnswers(root: HTMLElement, read: () => string | null, save: () => Promise<void>): () => void {
  let known = read();
  let pause: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | null = null;
  let answered = false;

  const look = (): void => {
    clearTimeout(pause);
    pause = undefined;
    const now = read();
    if (now === null || now === known || saving) return;
    const first = known === null;
    known = now;
    if (first && !answered) return;
    saving = save().finally(() => {
      saving = null;
      look();
    });
  };
  const soon = (): void => {
    pause ??= setTimeout(look, PAUSE_MS);
  };

  const touched = (event: Event): void => {
    answered ||= ['input', 'change'].includes(event.type) && event.target instanceof Node && root.contains(event.target);
    soon();
  };

  const redrawn = new MutationObserver(soon);
  redrawn.observe(root, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['class', 'src'] });
  for (const touch of TOUCHES) document.addEventListener(touch, touched, true);
  document.addEventListener('visibilitychange', look);
  addEventListener('pagehide', look);
  return () => {
    look();
    redrawn.disconnect();
    for (const touch of TOUCHES) document.removeEventListener(touch, touched, true);
    document.removeEventListener('visibilitychange', look);
    removeEventListener('pagehide', look);
  };
}
