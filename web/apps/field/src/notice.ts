import { awayFor, wipesAt } from '@tuntas/field-data';
import type { KeptOfficer } from '@tuntas/field-data';
import { computed, ref } from 'vue';
import { kept } from './guard.ts';
import { full, isShort, left } from './room.ts';

/** What is wrong with the phone, the most urgent of it. */
export type Notice =
  | { readonly kind: 'full' }
  | { readonly kind: 'away'; readonly days: number; readonly wipesAt: number }
  | { readonly kind: 'clock'; readonly ahead: number }
  | { readonly kind: 'short'; readonly left: number | null };

/** Milliseconds since 1970, anew every minute. */
export const now = ref(Date.now());

const DAY_MS = 86_400_000;
/** How long before the phone wipes itself its officer is warned. */
const WARNED_BEFORE_MS = 4 * DAY_MS;
const RIGHT_CLOCK_MS = 300_000;

export function awayNotice(officer: KeptOfficer, at: number): Notice | null {
  const away = awayFor(officer, at);
  if (away < officer.wipeAfterDays * DAY_MS - WARNED_BEFORE_MS) return null;
  return { kind: 'away', days: Math.floor(away / DAY_MS), wipesAt: wipesAt(officer) };
}

export function clockNotice({ clockAhead = 0 }: Pick<KeptOfficer, 'clockAhead'>): Notice | null {
  return Math.abs(clockAhead) > RIGHT_CLOCK_MS ? { kind: 'clock', ahead: clockAhead } : null;
}

export const notice = computed<Notice | null>(() => {
  if (full.value) return { kind: 'full' };
  const ofOfficer = kept.value && (awayNotice(kept.value, now.value) ?? clockNotice(kept.value));
  return ofOfficer ?? (isShort.value ? { kind: 'short', left: left.value } : null);
});
