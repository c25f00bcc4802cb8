import type { OpenRegency } from '@tuntas/contract';
import { expect, it } from 'vitest';
import { waterfall } from './waterfall.ts';

const regency: OpenRegency = {
  code: '51.08',
  name: 'Kabupaten Buleleng',
  level: 'regency',
  parent: null,
  asOf: '2023-10-15',
  counts: { extremelyPoor: 28, poor: 50, notPoor: 10, gone: 0, helped: 2, open: 10, total: 100, remaining: 38 },
};

it('The waterfall goes down from the list to what is not done, and each column ends where the next begins', () => {
  expect(waterfall(regency)).toEqual([
    { key: 'roster', from: 0, to: 100, count: 100 },
    { key: 'poor', from: 50, to: 100, count: 50 },
    { key: 'notPoor', from: 40, to: 50, count: 10 },
    { key: 'helped', from: 38, to: 40, count: 2 },
    { key: 'remaining', from: 0, to: 38, count: 38 },
  ]);
});
