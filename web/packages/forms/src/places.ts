import { draw, isWaiting } from './drawing.ts';

export const QUESTION = '.question-container';
const CONTROL = ':is(input:not([type=file]), select, textarea, button, [tabindex]):not(.p-datepicker *)';

function labelOf(question: Element): string {
  return question.querySelector('.control-text label')?.textContent?.trim() ?? '';
}

/** Where in the form a question is: its number from the top and its words. */
export function placeOf(root: HTMLElement, element: Element | null): string | null {
  const question = element?.closest(QUESTION);
  if (!question || !root.contains(question)) return null;
  const index = [...root.querySelectorAll(QUESTION)].indexOf(question);
  return `${index} ${labelOf(question)}`;
}

/** The question at a place: the one with these words that is nearest to its number, else the one with the number; that one too while it has no words yet. */
export function questionAt(root: HTMLElement, place: string): HTMLElement | null {
  const [, number = '0', label = ''] = /^(\d+) (.*)$/s.exec(place) ?? [];
  const questions = [...root.querySelectorAll<HTMLElement>(QUESTION)];
  const there = questions[Number(number)];
  if (there && isWaiting(there)) return there;
  const distance = (question: HTMLElement) => Math.abs(questions.indexOf(question) - Number(number));
  const [nearest] = questions.filter((question) => labelOf(question) === label).sort((a, b) => distance(a) - distance(b));
  return nearest ?? there ?? null;
}

const HANDS = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;
let letGo: () => void = () => undefined;

/** Brings a question into view, with the keyboard in it. It stays in view while photos and questions above it come, until it is touched or scrolled. */
export async function goTo(question: HTMLElement): Promise<void> {
  await draw(question);
  question.scrollIntoView({ block: 'center' });
  focusOn(question);
  letGo();
  const grown = new ResizeObserver(() => question.scrollIntoView({ block: 'center' }));
  grown.observe(document.body);
  letGo = () => {
    grown.disconnect();
    for (const hand of HANDS) removeEventListener(hand, letGo, true);
  };
  for (const hand of HANDS) addEventListener(hand, letGo, { capture: true, passive: true });
}

/** Puts the keyboard into a question: on its answer, else on its first control, else on itself; a date's field would open its calendar. */
export function focusOn(question: HTMLElement): void {
  const control = question.querySelector<HTMLElement>('input:checked') ?? question.querySelector<HTMLElement>(CONTROL);
  if (!control && !question.hasAttribute('tabindex') && question.tabIndex < 0) question.tabIndex = -1;
  (control ?? question).focus({ preventScroll: true });
}
