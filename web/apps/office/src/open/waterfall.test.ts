import type { OpenPlace } from '@tuntas/contract';
import { describe, expect, it } from 'vitest';
import { waterfall } from './waterfall.ts';

const place = (counts: Partial<OpenPlace['counts']>): OpenPlace => ({
  code: '51.08',
  name: 'Kabupaten Buleleng',
  level: 'regency',
  parent: null,
  counts: {
    extremelyPoor: 30,
    poor: 50,
    notPoor: 10,
    gone: 0,
    helped: 0,
    open: 10,
    total: 100,
    remaining: 40,
    ...counts,
  },
});

describe('The waterfall', () => {
  it('goes down from the list to what is not done, and each column ends where the next begins', () => {
    expect(waterfall(place({}))).toEqual([
      { key: 'roster', from: 0, to: 100, count: 100, hidden: 0 },
      { key: 'poor', from: 50, to: 100, count: 50, hidden: 0 },
      { key: 'notPoor', from: 40, to: 50, count: 10, hidden: 0 },
      { key: 'remaining', from: 0, to: 40, count: 40, hidden: 0 },
    ]);
  });

  it('puts hidden states together, so that it still sums', () => {
    const columns = waterfall(place({ notPoor: null, gone: null }));
    expect(columns?.map(({ key, count, hidden }) => [key, count, hidden])).toEqual([
      ['roster', 100, 0],
      ['poor', 50, 0],
      ['hidden', 10, 2],
      ['remaining', 40, 0],
    ]);
  });

  it('is not drawn where what is left is hidden', () => {
    expect(waterfall(place({ remaining: null }))).toBeNull();
    expect(waterfall(place({ open: null, extremelyPoor: null }))?.at(-1)?.count).toBe(40);
  });
});
