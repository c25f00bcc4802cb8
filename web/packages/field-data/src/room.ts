/** Below this the phone is short of room: a few visits with their photos still fit. */
export const SHORT_BYTES = 150_000_000;

/** The phone is full, and nothing on it that the office has can make room. What was kept before is still there. */
export class NoRoom extends Error {}

export function isFull(failure: unknown): boolean {
  return failure instanceof Error && failure.name === 'QuotaExceededError';
}

/** How many bytes the browser still lets the app keep; null where it does not say. */
export async function roomLeft(): Promise<number | null> {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
}
