import type { OpenPlace } from '@tuntas/contract';

/** States that take a family off the list, because it was examined and last because it was helped, in the order of the drawing. */
const LEAVING = ['poor', 'notPoor', 'gone', 'helped'] as const;

/** One column: it stands on `from` and ends at `to` families. `hidden` counts the states that it puts together. */
export interface Column {
  readonly key: (typeof LEAVING)[number] | 'roster' | 'hidden' | 'remaining';
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly hidden: number;
}

/**
 * From the list to what is not done yet. States whose counts are hidden are drawn as one column, whose height follows from the others; null
 * where it is hidden what remains.
 */
export function waterfall({ counts }: OpenPlace): readonly Column[] | null {
  const { total, remaining } = counts;
  if (remaining === null) return null;
  const shown = LEAVING.filter((state) => counts[state] !== null && counts[state] > 0).map((key) => ({ key, count: counts[key] ?? 0 }));
  const hidden = LEAVING.filter((state) => counts[state] === null).length;
  const together = total - remaining - shown.reduce((sum, { count }) => sum + count, 0);
  let left = total;
  const steps = [...shown, ...(hidden > 0 ? [{ key: 'hidden' as const, count: together }] : [])].map(({ key, count }) => {
    const column = { key, from: left - count, to: left, count, hidden: key === 'hidden' ? hidden : 0 };
    left -= count;
    return column;
  });
  return [
    { key: 'roster', from: 0, to: total, count: total, hidden: 0 },
    ...steps,
    { key: 'remaining', from: 0, to: remaining, count: remaining, hidden: 0 },
  ];
}
