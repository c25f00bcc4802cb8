import { shallowReactive } from 'vue';

/** After this time of working out what an answer changes, the page may be painted and the next key is heard. */
const SLICE_MS = 12;
/** A window that nobody sees is not painted; it goes on all the same. */
const UNSEEN_MS = 300;
const TOUCHES = ['keydown', 'input', 'change', 'click'] as const;

const waiting = shallowReactive(new Set<() => void>());
let deadline = Infinity;
let timer: ReturnType<typeof setTimeout> | undefined;
/** What was touched is not painted yet. */
let unpainted = false;

/** Is the form working out an answer of the officer's, who waits? Not while it opens. */
export const isInSlice = (): boolean => deadline < Infinity;

/** Is this the touch itself, whose answer is to be seen before anything is made anew? */
export const isTouch = (): boolean => isInSlice() && unpainted;

/** The next key is not kept waiting, where the browser says that there is one. */
export const isTimeUp = (): boolean => performance.now() > deadline || (isInSlice() && isInputPending());

const isInputPending = (): boolean =>
  (navigator as Navigator & { scheduling?: { isInputPending(): boolean } }).scheduling?.isInputPending() ?? false;

/** Goes on with this in the next slice, the first of which comes after what was touched is painted. */
export function later(work: () => void): void {
  waiting.add(work);
  goOn();
}

/** Does part of what the last answers change still wait for its slice? */
export const isSettled = (): boolean => waiting.size === 0;

/** Works out all that waits, at once. */
export function settle(): void {
  deadline = Infinity;
  while (waiting.size > 0) workOff();
}

function goOn(): void {
  if (!unpainted && !isSettled()) timer ??= setTimeout(slice);
}

function slice(): void {
  timer = undefined;
  if (unpainted || isSettled()) return;
  begin();
  workOff();
  goOn();
}

/** One thing at a time: what it changes is drawn before the next. */
function workOff(): void {
  const [work] = waiting;
  if (!work) return;
  waiting.delete(work);
  work();
}

/** The engine hears of a touch while it is handed on, or right after. */
function begin(): void {
  const until = (deadline = performance.now() + SLICE_MS);
  setTimeout(() => {
    if (deadline === until) deadline = Infinity;
  });
}

function touched(): void {
  begin();
  if (unpainted) return;
  unpainted = true;
  const painted = (): void => {
    unpainted = false;
    goOn();
  };
  const frame = requestAnimationFrame(() => {
    clearTimeout(unseen);
    onceHeard(painted);
  });
  const unseen = setTimeout(() => {
    cancelAnimationFrame(frame);
    painted();
  }, UNSEEN_MS);
}

/** As soon as the page as it now is has been painted, and all that waits for that has heard of it. */
export const afterPaint = (work: () => void): void => void requestAnimationFrame(() => onceHeard(() => setTimeout(work)));

/** A message that is sent while a frame is made comes once it is painted. */
function onceHeard(work: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = work;
  port2.postMessage(null);
}

for (const touch of TOUCHES) addEventListener(touch, touched, { capture: true, passive: true });
