import type { OpenRegency } from '@tuntas/contract';

/** States that take a family off the list, because it was examined and last because it was helped, in the order of the drawing. */
const LEAVING = ['poor', 'notPoor', 'gone', 'helped'] as const;

/** One column: it stands on `from` and ends at `to` families. */
export interface Column {
  readonly key: (typeof LEAVING)[number] | 'roster' | 'remaining';
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** From the list to what is not done yet. */
export function waterfall({ counts }: OpenRegency): readonly Column[] {
  const { total, remaining } = counts;
  let left = total;
  const steps = LEAVING.filter((key) => counts[key] > 0).map((key) => {
    const column = { key, from: left - counts[key], to: left, count: counts[key] };
    left -= counts[key];
    return column;
  });
  return [{ key: 'roster', from: 0, to: total, count: total }, ...steps, { key: 'remaining', from: 0, to: remaining, count: remaining }];
}
