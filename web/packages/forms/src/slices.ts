/** After this time of working out what an answer changes, the page is painted and the next key is heard. */
const SLICE_MS = 12;
/** A window that nobody sees is not painted; it goes on all the same. */
const UNSEEN_MS = 300;
const TOUCHES = ['keydown', 'input', 'change', 'click'] as const;

const waiting = new Set<() => void>();
let inSlice = false;
/** Infinity until the slice's work begins: to hand a touch on takes a slow phone long itself. */
let deadline = Infinity;
let turn = 0;
let working = false;
let waitingTurn = false;

/** Is the form working out an answer of the officer's, who waits? Not while it opens. */
export const isInSlice = (): boolean => inSlice;

/** Is this the touch itself, whose answer is to be seen before anything is made anew? */
export const isTouch = (): boolean => inSlice && !working;

export function isTimeUp(): boolean {
  if (!inSlice) return false;
  if (deadline === Infinity) deadline = performance.now() + SLICE_MS;
  return performance.now() > deadline;
}

/** Goes on with this in the next slice. */
export function later(work: () => void): void {
  waiting.add(work);
  if (!waitingTurn) sliceAfterPaint();
}

/** Does part of what the last answers change still wait for its slice? */
export const isSettled = (): boolean => waiting.size === 0;

/** Works out all that waits, at once. */
export function settle(): void {
  inSlice = false;
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
  working = true;
  try {
    workOn();
  } finally {
    working = false;
  }
}

/** Works out another slice of what waits, for one who goes on before the page is painted. */
export function workOn(): void {
  if (isSettled()) return;
  begin();
  workOff();
}

function workOff(): void {
  const all = [...waiting];
  waiting.clear();
  for (const work of all) work();
}

/** The engine hears of a touch while it is handed on, or right after. */
function begin(): void {
  inSlice = true;
  deadline = Infinity;
  const now = ++turn;
  setTimeout(() => {
    if (turn === now) inSlice = false;
  });
}

for (const touch of TOUCHES) addEventListener(touch, begin, { capture: true, passive: true });
