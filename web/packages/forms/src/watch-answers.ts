import { effect, stop } from 'vue';
import { isSettled, settle } from './slices.ts';

const PAUSE_MS = 120;
/** The longest that an answer waits for a moment in which nothing is drawn. */
const PATIENCE_MS = 1_000;
/** No answers are like this. */
const NOT_SAVED = '';

export interface AnswersWatch {
  /** Looks at once, or as soon as what is being saved is saved; done when all that was answered is. */
  now(): Promise<void>;
  /** The same, for the last time. */
  stop(): Promise<void>;
}

/**
 * Looks at the answers, which `read` gives and Vue can follow, whenever they may have changed, as soon as nothing else is to be drawn, and at
 * once when the page is left. `save` is told of each change once, and takes the answers as it is called; what it changes itself, the time of
 * ending, is no answer, and what changes meanwhile is looked at afterwards. What it could not save, and tells of itself, is given to it again.
 * `pending` is told the moment an answer is given, before anything is read, and again when `save` is done with all that was. What the form comes
 * with is no change: it is read as soon as the form is drawn below `root`.
 */
export function watchAnswers(
  root: HTMLElement,
  read: () => string | null,
  save: () => Promise<void>,
  pending: (is: boolean) => void,
): AnswersWatch {
  let known: string | null = null;
  let changed = false;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | null = null;
  let missed = false;

  const given = (): void => {
    changed = true;
    if (known === null) return;
    pending(true);
    pause ??= setTimeout(() => whenFree(look), PAUSE_MS);
  };
  /** An answer whose slice has not come yet is given all the same. */
  const answers = effect(
    () => {
      isSettled();
      return read();
    },
    { scheduler: given },
  );
  const readNow = (): string | null => {
    settle();
    changed = false;
    return answers();
  };
  const look = (): void => {
    clearTimeout(pause);
    pause = undefined;
    missed = saving !== null;
    if (saving) return;
    const now = readNow();
    known ??= now;
    if (now === null || now === known) {
      pending(false);
      return;
    }
    saving = save()
      .catch((failure: unknown) => {
        known = NOT_SAVED;
        throw failure;
      })
      .finally(() => {
        saving = null;
        pending(changed);
        if (missed) whenFree(look);
      });
    saving.catch(() => undefined);
    known = readNow();
  };

  known = readNow();
  const drawn = new MutationObserver(() => {
    known ??= readNow();
    if (known !== null) drawn.disconnect();
  });
  drawn.observe(root, { childList: true, subtree: true });
  document.addEventListener('visibilitychange', look);
  addEventListener('pagehide', look);
  const now = async (): Promise<void> => {
    if (saving) await saving;
    look();
    await saving;
  };
  return {
    now,
    stop: () => {
      drawn.disconnect();
      stop(answers);
      document.removeEventListener('visibilitychange', look);
      removeEventListener('pagehide', look);
      return now();
    },
  };
}

/** Reading all answers takes a slow phone as long as drawing a question: it waits until there is nothing to work out and nothing to draw. */
function whenFree(work: () => void): void {
  if (document.visibilityState !== 'visible') work();
  else if (!isSettled()) setTimeout(() => whenFree(work), PAUSE_MS);
  else if ('requestIdleCallback' in globalThis)
    requestIdleCallback(() => (isSettled() ? work() : whenFree(work)), { timeout: PATIENCE_MS });
  else work();
}
