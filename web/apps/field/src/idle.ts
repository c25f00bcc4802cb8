/** How long nobody may touch the app before it locks itself. */
export const IDLE_MS = 600_000;
const TOUCHES = ['pointerdown', 'keydown', 'input', 'scroll'] as const;
const LOOK_MS = 10_000;

/**
 * Calls `idle` once the app was not touched in any window for {@link IDLE_MS}, also when the phone slept meanwhile; until the returned
 * function is called.
 */
export function whenIdle(idle: () => void, clock: () => number = Date.now): () => void {
  const windows = new BroadcastChannel('tuntas.touch');
  let touchedAt = clock();
  let toldAt = touchedAt;
  const touched = (): void => {
    look();
    touchedAt = clock();
    if (Math.abs(touchedAt - toldAt) < LOOK_MS) return;
    toldAt = touchedAt;
    windows.postMessage(null);
  };
  windows.addEventListener('message', () => (touchedAt = clock()));
  const look = (): void => {
    const gone = clock() - touchedAt;
    if (gone >= 0 && gone < IDLE_MS) return;
    touchedAt = clock();
    idle();
  };
  const every = setInterval(look, LOOK_MS);
  for (const touch of TOUCHES) addEventListener(touch, touched, { capture: true, passive: true });
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(every);
    windows.close();
    for (const touch of TOUCHES) removeEventListener(touch, touched, { capture: true });
    document.removeEventListener('visibilitychange', look);
  };
}
