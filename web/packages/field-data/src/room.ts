/** Set aside while there is room: a visit that is being filled when the phone gets full is still kept. */
export const RESERVE_BYTES = 16_000_000;

/** Below this the phone is short of room: a few visits with their photos still fit. */
export const SHORT_BYTES = 150_000_000;

/** The phone is full, and nothing on it that the office has can make room. What was kept before is still there. */
export class NoRoom extends Error {}

export function isFull(failure: unknown): boolean {
  return failure instanceof Error && failure.name === 'QuotaExceededError';
}

/** The browser's database keeps nothing more: the phone is full, or it cannot write at all. What was kept before is still there. */
export function isRefused(failure: unknown): boolean {
  return failure instanceof NoRoom || isFull(failure) || (failure instanceof Error && failure.name === 'UnknownError');
}

const GIB = 1_073_741_824;

/**
 * How many bytes the browser still lets the app keep; null where it does not say. Chrome, from 138 on, says a round number of GiB whatever
 * the phone has left (https://chromestatus.com/feature/4977371751645184).
 */
export async function roomLeft(): Promise<number | null> {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  if (quota === undefined || usage === undefined) return null;
  const left = Math.max(0, quota - usage);
  return left > 0 && left % GIB === 0 ? null : left;
}
