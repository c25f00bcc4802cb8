import { getCurrentInstance, nextTick, onBeforeUnmount, onMounted, ref } from 'vue';
import type { Ref } from 'vue';
import { afterPaint, isInSlice, later } from './slices.ts';

/** After a key, so long nothing is drawn that nobody waits for: another one is likely to follow. */
const KEYS_MS = 400;
/** The longest that a question waits for a moment in which nothing is done: a busy phone has none for seconds. */
const PATIENCE_MS = 250;

/** The questions whose place is in the page and that are not drawn yet, by their place, the oldest first. */
const waiting = new Map<Element, Ref<boolean>>();
let going = false;
let keyAt = -Infinity;

/**
 * For the part that draws one question: whether it is its turn. A phone takes seconds to draw all that one answer asks for, so each waits
 * until it is shown ({@link draw}) or the phone has nothing else to do; one with `atOnce` does not.
 */
export function drawnInTurn(atOnce: boolean): Readonly<Ref<boolean>> {
  const drawn = ref(atOnce);
  const part = getCurrentInstance();
  let place: Element | null = null;
  onMounted(() => {
    place = part?.vnode.el as Element;
    if (drawn.value) return;
    waiting.set(place, drawn);
    goOn();
  });
  onBeforeUnmount(() => place && waiting.delete(place));
  return drawn;
}

/** For the part that draws a group of questions: one that an answer brings is drawn in a slice of its own. */
export function drawnInSlice(): Readonly<Ref<boolean>> {
  const drawn = ref(!isInSlice());
  if (!drawn.value) later(() => (drawn.value = true));
  return drawn;
}

/** Is the question at this place not drawn yet? */
export const isWaiting = (place: Element): boolean => waiting.has(place);

/** Draws a question out of its turn; done when it can be seen, also where it was before. */
export async function draw(place: Element): Promise<void> {
  turn(place);
  await nextTick();
}

/** Draws a question as soon as the page as it now is has been painted. */
export const drawAfterPaint = (place: Element): void => afterPaint(() => turn(place));

function turn(place: Element): void {
  const drawn = waiting.get(place);
  waiting.delete(place);
  if (drawn) drawn.value = true;
}

function goOn(): void {
  if (going || waiting.size === 0) return;
  going = true;
  const soon = () => {
    going = false;
    const wait = keyAt + KEYS_MS - performance.now();
    if (wait > 0) {
      setTimeout(goOn, wait);
      return;
    }
    const [first] = waiting.keys();
    if (first) turn(first);
    goOn();
  };
  if ('requestIdleCallback' in globalThis) requestIdleCallback(soon, { timeout: PATIENCE_MS });
  else setTimeout(soon);
}

addEventListener('keydown', () => (keyAt = performance.now()), { capture: true, passive: true });
