/** After this time of working out what an answer changes, the page may be painted and the next key is heard. */
const SLICE_MS = 12;
const TOUCHES = ['keydown', 'input', 'change', 'click'] as const;

const waiting = new Set<() => void>();
let deadline = Infinity;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Is the form working out an answer of the officer's, who waits? Not while it opens. */
export const isInSlice = (): boolean => deadline < Infinity;

export const isTimeUp = (): boolean => performance.now() > deadline;

/** Goes on with this in the next slice. */
export function later(work: () => void): void {
  waiting.add(work);
  timer ??= setTimeout(slice);
}

/** Does part of what the last answers change still wait for its slice? */
export const isSettled = (): boolean => waiting.size === 0;

/** Works out all that waits, at once. */
export function settle(): void {
  deadline = Infinity;
  while (waiting.size > 0) workOff();
}

function slice(): void {
  timer = undefined;
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
  const until = (deadline = performance.now() + SLICE_MS);
  setTimeout(() => {
    if (deadline === until) deadline = Infinity;
  });
}

for (const touch of TOUCHES) addEventListener(touch, begin, { capture: true, passive: true });
