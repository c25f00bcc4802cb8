import type { ZeroPlace } from '@tuntas/contract';
import { describe, expect, it } from 'vitest';
import { examinedFall, openFall, sums } from './standings.ts';

const place: ZeroPlace = {
  code: null,
  name: 'Putaran 2023',
  roster: {
    poor: { families: 60, persons: 200 },
    moved: { families: 5, persons: 12 },
    graduated: { families: 9, persons: 30 },
    awaitingHelp: { families: 24, persons: 73 },
    struck: { families: 2, persons: 7 },
  },
  added: { awaitingMeeting: { families: 2, persons: 7 } },
  villages: 4,
  villagesAtZero: 1,
  villagesAtZeroByHelp: 0,
  missing: { openFamilies: 3 },
  nominations: 0,
};

describe('A place', () => {
  it('tells examined, helped and open apart, in families and in persons', () => {
    expect(sums(place, 'families')).toMatchObject({ roster: 100, added: 2, examined: 65, graduated: 9, open: 28 });
    expect(sums(place, 'persons')).toMatchObject({ roster: 322, added: 7, examined: 212, graduated: 30, open: 87 });
  });
});

describe('The fall', () => {
  it('goes from the roster, and who was added, to those who did not leave by being examined', () => {
    expect(examinedFall(sums(place, 'families'))).toEqual([
      { key: 'roster', from: 0, to: 100, count: 100 },
      { key: 'added', from: 100, to: 102, count: 2 },
      { key: 'poor', from: 42, to: 102, count: 60 },
      { key: 'moved', from: 37, to: 42, count: 5 },
      { key: 'stayed', from: 0, to: 37, count: 37 },
    ]);
  });

  it('ends at nobody', () => {
    const steps = openFall(sums(place, 'families'));
    expect(steps.map(({ key, count }) => [key, count])).toEqual([
      ['stayed', 37],
      ['graduated', 9],
      ['awaitingMeeting', 2],
      ['awaitingHelp', 24],
      ['struck', 2],
    ]);
    expect(steps.at(-1)).toMatchObject({ from: 0 });
  });
});
