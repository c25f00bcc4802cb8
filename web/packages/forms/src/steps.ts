import { nextTick } from 'vue';
import { draw, drawAfterPaint, isWaiting } from './drawing.ts';
import { focusOn, QUESTION } from './places.ts';
import { isSettled } from './slices.ts';

/** Where one is among the questions that are asked, from 1. */
export interface Standing {
  readonly number: number;
  readonly count: number;
  /** All that are asked, and which of them this is. */
  readonly steps: readonly HTMLElement[];
  readonly step: HTMLElement | null;
}

export interface Steps {
  /** Goes to the next question, or tells what is wrong with this one and stays; asked again, it lets it be. */
  next(): Promise<void>;
  back(): Promise<void>;
  goTo(question: HTMLElement): Promise<void>;
  stop(): void;
}

/** A repeat that the officer lengthens asks so in a step of its own. */
const STEP = `${QUESTION}, .button-add-instance`;
/** What is taken as an answer when it is left, not when it is given. */
const TYPED = 'input:not([type=radio], [type=checkbox]), textarea';
const ADVANCING = 'input:not([type=file]):not([role=combobox]):not([aria-expanded=true])';

/**
 * Shows the questions that the engine has drawn below `root` one at a time: the one, and all around it, is marked and the style sheet hides
 * the rest. One who goes on before all that an answer changes is worked out is taken back to what it asks for, at once or, where one
 * answers meanwhile, with the next step. `moved` is told where one stands, whenever that changes, and `wrong` what the engine has against the answer, or nothing.
 */
export function stepThrough(root: HTMLElement, moved: (standing: Standing) => void, wrong: (message: string) => void): Steps {
  let steps: readonly HTMLElement[] = [];
  let now: HTMLElement | null = null;
  let way: readonly HTMLElement[] = [];
  let standing: Standing = { number: 0, count: 0, steps: [], step: null };
  let told = '';
  /** The first question that was left while it was not yet known what comes after it. */
  let left: HTMLElement | null = null;
  /** Where one has stood since then. */
  const met = new Set<HTMLElement>();
  /** One who answers is not taken away from his question. */
  let answering = false;

  const tell = (message: string): void => {
    now?.toggleAttribute('data-wrong', message !== '');
    if (message !== told) wrong(message);
    told = message;
  };

  const mark = (step: HTMLElement | null): void => {
    for (const name of ['data-now', 'data-wrong']) now?.removeAttribute(name);
    const before = way;
    way = step ? around(root, step) : [];
    for (const part of before) if (!way.includes(part)) part.removeAttribute('data-way');
    for (const part of way) part.dataset['way'] = '';
    if (step) step.dataset['now'] = '';
    if (step) met.add(step);
    answering = false;
    now = step;
  };

  const stand = (step: HTMLElement): void => {
    if (step !== now) {
      tell('');
      mark(step);
    }
    const before = standing;
    standing = { number: steps.indexOf(step) + 1, count: steps.length, steps, step };
    if (standing.number !== before.number || standing.count !== before.count) moved(standing);
  };

  /** Looks at the page, which makes the browser work it out, only when all that changes has changed. */
  const show = async (step: HTMLElement | undefined): Promise<void> => {
    if (!step) return;
    stand(step);
    await draw(step);
    if (step !== now) return;
    scrollTo(0, 0);
    focusOn(step);
    drawNext();
  };

  /** So that it is there when one goes on; what is shown now is painted before. */
  const drawNext = (): void => {
    const next = steps[standing.number];
    if (next && isWaiting(next)) drawAfterPaint(next);
  };

  const move = (by: number): Promise<void> => show(steps[(now ? steps.indexOf(now) : -1) + by]);

  const passedOver = (): HTMLElement | undefined =>
    left && now && steps.includes(left) ? steps.slice(steps.indexOf(left), steps.indexOf(now)).find((step) => !met.has(step)) : undefined;

  const redrawn = (): void => {
    steps = [...root.querySelectorAll<HTMLElement>(STEP)].filter((step) => !isGiven(step));
    const here = now && steps.includes(now) ? now : steps[Math.min(Math.max(standing.number - 1, 0), steps.length - 1)];
    if (!here) return;
    const passed = answering ? undefined : passedOver();
    if (passed) void show(passed);
    else if (now) stand(here);
    else void show(here);
    drawNext();
    if (told && messageOf(here) !== told) tell('');
  };

  const next = async (): Promise<void> => {
    const typing = document.activeElement;
    if (typing instanceof HTMLElement && now?.contains(typing) && typing.matches(TYPED)) typing.blur();
    await nextTick();
    const message = now ? messageOf(now) : '';
    if (message && message !== told) {
      tell(message);
      if (now) focusOn(now);
    } else {
      const passed = passedOver();
      if (isSettled() && !passed) left = null;
      else if (!left && now) {
        left = now;
        met.clear();
        met.add(now);
      }
      await (passed ? show(passed) : move(1));
    }
  };

  const answer = (): void => {
    answering = true;
  };

  const pressed = (event: KeyboardEvent): void => {
    const at = event.target as HTMLElement;
    if (event.key !== 'Enter' || event.isComposing || !(at === now || at.matches(ADVANCING))) return;
    event.preventDefault();
    void next();
  };

  const observer = new MutationObserver(redrawn);
  observer.observe(root, { childList: true, subtree: true });
  root.addEventListener('keydown', pressed);
  root.addEventListener('input', answer);
  redrawn();
  return {
    next,
    back: () => {
      left = null;
      return move(-1);
    },
    goTo: (question) => {
      left = null;
      return show(steps.includes(question) ? question : steps[0]);
    },
    stop: () => {
      observer.disconnect();
      root.removeEventListener('keydown', pressed);
      root.removeEventListener('input', answer);
      mark(null);
    },
  };
}

/** What the form filled in itself and nobody may change needs no step. */
function isGiven(step: Element): boolean {
  return step.querySelector('.p-disabled, input:disabled') !== null;
}

function messageOf(step: Element): string {
  return step.querySelector('.validation-message')?.textContent?.trim() ?? '';
}

/** All that is around a step, from the inside. */
function around(root: HTMLElement, step: HTMLElement): readonly HTMLElement[] {
  const parts: HTMLElement[] = [];
  for (let part = step.parentElement; part && part !== root; part = part.parentElement) parts.push(part);
  return parts;
}
