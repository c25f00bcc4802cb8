import { isSettled } from './slices.ts';

const PAUSE_MS = 120;
/** The longest that an answer waits for a moment in which nothing is drawn. */
const PATIENCE_MS = 1_000;
/** No answers are like this. */
const NOT_SAVED = '';
const TOUCHES = ['input', 'change', 'click', 'keyup'] as const;

export interface AnswersWatch {
  /** Looks at once, or as soon as what is being saved is saved; done when all that was answered is. */
  now(): Promise<void>;
  /** The same, for the last time. */
  stop(): Promise<void>;
}

/**
 * Looks at the answers whenever the form was touched or redrawn, as soon as nothing else is to be drawn, and at once when the page is left.
 * `save` is told of each change once, and takes the answers as it is called; what it changes itself, the time of ending, is no answer, and what
 * changes meanwhile is looked at afterwards. What it could not save, and tells of itself, is given to it again. What the form comes with is no
 * change: it is read the moment it stands, for the first answer may come before anything is looked at, and the engine's number fields tell of
 * none by an event.
 */
export function watchAnswers(root: HTMLElement, read: () => string | null, save: () => Promise<void>): AnswersWatch {
  let known = read();
  let pause: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | null = null;
  let missed = false;

  const look = (): void => {
    clearTimeout(pause);
    pause = undefined;
    missed = saving !== null;
    const now = saving ? null : read();
    known ??= now;
    if (now === null || now === known) return;
    saving = save()
      .catch((failure: unknown) => {
        known = NOT_SAVED;
        throw failure;
      })
      .finally(() => {
        saving = null;
        if (missed) whenFree(look);
      });
    saving.catch(() => undefined);
    known = read();
  };
  const soon = (): void => {
    pause ??= setTimeout(() => whenFree(look), PAUSE_MS);
  };

  const redrawn = new MutationObserver(() => {
    known ??= read();
    soon();
  });
  redrawn.observe(root, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['class', 'src'] });
  for (const touch of TOUCHES) document.addEventListener(touch, soon, true);
  document.addEventListener('visibilitychange', look);
  addEventListener('pagehide', look);
  const now = async (): Promise<void> => {
    if (saving) await saving;
    look();
    await saving;
  };
  const stop = (): Promise<void> => {
    redrawn.disconnect();
    for (const touch of TOUCHES) document.removeEventListener(touch, soon, true);
    document.removeEventListener('visibilitychange', look);
    removeEventListener('pagehide', look);
    return now();
  };
  return { now, stop };
}

/** Reading all answers takes a slow phone as long as drawing a question: it waits until there is nothing to work out and nothing to draw. */
function whenFree(work: () => void): void {
  if (document.visibilityState !== 'visible') work();
  else if (!isSettled()) setTimeout(() => whenFree(work), PAUSE_MS);
  else if ('requestIdleCallback' in globalThis)
    requestIdleCallback(() => (isSettled() ? work() : whenFree(work)), { timeout: PATIENCE_MS });
  else work();
}
