/** After this time of working out what an answer changes, the page is painted and the next key is heard. */
const SLICE_MS = 12;
/** A window that nobody sees is not painted; it goes on all the same. */
const UNSEEN_MS = 300;
const TOUCHES = ['keydown', 'input', 'change', 'click'] as const;

const waiting = new Set<() => void>();
let deadline = Infinity;
let working = false;
let waitingTurn = false;

/** Is the form working out an answer of the officer's, who waits? Not while it opens. */
export const isInSlice = (): boolean => deadline < Infinity;

/** Is this the touch itself, whose answer is to be seen before anything is made anew? */
export const isTouch = (): boolean => isInSlice() && !working;

export const isTimeUp = (): boolean => performance.now() > deadline;

/** Goes on with this in the next slice. */
export function later(work: () => void): void {
  waiting.add(work);
  if (!waitingTurn) sliceAfterPaint();
}

/** Does part of what the last answers change still wait for its slice? */
export const isSettled = (): boolean => waiting.size === 0;

/** Works out all that waits, at once. */
export function settle(): void {
  deadline = Infinity;
  while (waiting.size > 0) workOff();
}

function sliceAfterPaint(): void {
  waitingTurn = true;
  const go = (): void => {
    clearTimeout(unseen);
    if (waitingTurn) slice();
  };
  const unseen = setTimeout(go, UNSEEN_MS);
  requestAnimationFrame(() => setTimeout(go));
}

function slice(): void {
  waitingTurn = false;
  begin();
  workOff();
}

function workOff(): void {
  const all = [...waiting];
  waiting.clear();
  working = true;
  try {
    for (const work of all) work();
  } finally {
    working = false;
  }
}

/** The engine hears of a touch while it is handed on, or right after. */
function begin(): void {
  const until = (deadline = performance.now() + SLICE_MS);
  setTimeout(() => {
    if (deadline === until) deadline = Infinity;
  });
}

for (const touch of TOUCHES) addEventListener(touch, begin, { capture: true, passive: true });
