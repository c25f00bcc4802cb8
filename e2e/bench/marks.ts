import { expect } from '@playwright/test';

export interface Mark {
  readonly what: string;
  readonly measured: number;
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly unit?: string;
}

/** Prints each figure beside its mark; the bench fails when one is missed. */
export function judge(...marks: readonly Mark[]): void {
  for (const mark of marks) {
    console.log(`${mark.what}: ${shown(mark)}; ${bound(mark)}: ${isReached(mark) ? 'tercapai / reached' : 'TIDAK tercapai / NOT reached'}`);
  }
  expect.soft(marks.filter((mark) => !isReached(mark)).map(({ what }) => what)).toEqual([]);
}

function isReached({ measured, atMost = Infinity, atLeast = -Infinity }: Mark): boolean {
  return measured <= atMost && measured >= atLeast;
}

function shown({ measured, unit = '' }: Mark): string {
  return `${measured.toLocaleString('en', { maximumFractionDigits: 1 })} ${unit}`.trim();
}

function bound({ atMost, atLeast }: Mark): string {
  return atMost === undefined ? `>= ${atLeast}` : `<= ${atMost.toLocaleString('en')}`;
}
