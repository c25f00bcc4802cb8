import type { Day } from '@tuntas/contract';

/** How an officer stands towards the deadline; `unknown` while there is no round or its day is not known. */
export type Pace =
  | { readonly kind: 'done' | 'unknown' }
  | { readonly kind: 'onTime'; readonly perDay: number; readonly daysLeft: number }
  | { readonly kind: 'late'; readonly days: number };

const DAY_MS = 86_400_000;
const days = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/**
 * The families a day that bring all of them home by the deadline. Today counts as a whole day and keeps its goal: what was visited today is
 * part of it.
 */
export function paceOf(left: number, visitedToday: number, today: Day | null, deadline: Day | undefined): Pace {
  if (left === 0) return { kind: 'done' };
  if (today === null || deadline === undefined) return { kind: 'unknown' };
  const daysLeft = days(today, deadline) + 1;
  if (daysLeft <= 0) return { kind: 'late', days: 1 - daysLeft };
  return { kind: 'onTime', perDay: Math.ceil((left + visitedToday) / daysLeft), daysLeft };
}

/** The day `ahead` days after another. */
export function dayAfter(day: Day, ahead: number): Day {
  return new Date(Date.parse(day) + ahead * DAY_MS).toISOString().slice(0, 10);
}
