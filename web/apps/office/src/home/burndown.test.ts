import type { PaceRow } from '@tuntas/contract';
import { describe, expect, it } from 'vitest';
import { addDays, beside, burndown, ticksUpTo } from './burndown.ts';

const row: PaceRow = {
  key: '51.08',
  name: 'Buleleng',
  total: 5314,
  days: [
    { day: '2023-02-01', visited: 152 },
    { day: '2023-02-02', visited: 200 },
    { day: '2023-02-03', visited: 200 },
  ],
  ratePerDay: 138,
  neededPerDay: 239,
  forecast: { finish: '2023-03-12', low: '2023-03-03', high: '2023-03-26' },
  leftAtDeadline: 2002,
};
const draw = (change: Partial<PaceRow> = {}, asOf = '2023-02-03', width = 700) =>
  burndown({ ...row, ...change }, '2023-02-01', '2023-02-25', asOf, width);

describe('The burn-down', () => {
  it('counts what is left from what was visited', () => {
    expect(draw().today.left).toBe(4762);
  });

  it('starts at the whole and ends its line at today', () => {
    const chart = draw();
    expect(chart.line[0]).toEqual({ x: chart.left, y: chart.top });
    expect(chart.line.at(-1)).toMatchObject({ x: chart.today.x, y: chart.today.y });
  });

  it('puts the expected end on the ground, later than the deadline when the pace is too slow', () => {
    const chart = draw();
    expect(chart.finish?.y).toBe(chart.bottom);
    expect(chart.finish?.x).toBeGreaterThan(chart.deadline);
    expect(chart.atDeadline).not.toBeNull();
  });

  it('marks nobody as left behind when the deadline holds', () => {
    expect(draw({ leftAtDeadline: 0 }).atDeadline).toBeNull();
  });

  it('draws neither forecast nor band before the first visit', () => {
    const chart = draw({ days: [], forecast: null, ratePerDay: 0 });
    expect(chart.expected).toBeNull();
    expect(chart.band).toBeNull();
    expect(chart.needed).not.toBeNull();
  });

  it('cuts a far forecast at the edge of the picture instead of flattening the known days', () => {
    const chart = draw({ forecast: { finish: '2025-01-01', low: '2024-01-01', high: '2026-01-01' } });
    expect(chart.finish).toBeNull();
    expect(chart.expected?.[1].x).toBeGreaterThan(chart.right);
    expect(chart.deadline).toBeGreaterThan(chart.left + (chart.right - chart.left) * 0.4);
  });

  it('holds its line within its band also where both leave the picture', () => {
    const chart = draw({ forecast: { finish: '2023-03-30', low: '2023-03-22', high: '2023-04-12' } });
    expect(chart.expected?.[1].x).toBeGreaterThan(chart.right);
    expect(chart.band?.[1].x).toBeLessThan(chart.expected?.[1].x ?? 0);
    expect(chart.band?.[2].x).toBeGreaterThan(chart.expected?.[1].x ?? 0);
  });

  it('says the pace above its line behind the deadline, where there is room', () => {
    const chart = draw();
    expect(chart.pace?.x).toBeCloseTo((chart.deadline + (chart.finish?.x ?? 0)) / 2);
    expect(chart.pace?.y).toBeLessThan(chart.bottom);
    expect(draw({ forecast: { finish: '2023-02-25', low: '2023-02-24', high: '2023-02-26' } }).pace).toBeNull();
    expect(draw({ forecast: null }).pace).toBeNull();
  });

  it('says how many are left without crossing the deadline', () => {
    const words = ['4.762 belum diverval', '4.762'];
    const label = (day: string, width: number) => {
      const chart = draw({}, day, width);
      return beside(chart.today, words, chart);
    };
    expect(label('2023-02-03', 700)).toEqual({ text: words[0], anchor: 'start' });
    expect(label('2023-02-03', 340)).toEqual({ text: words[1], anchor: 'start' });
    expect(label('2023-02-24', 700)).toEqual({ text: words[0], anchor: 'end' });
    expect(label('2023-03-08', 700).anchor).toBe('start');
  });

  it('needs nothing more once all are visited', () => {
    const chart = draw({ total: 552, forecast: null, leftAtDeadline: 0 });
    expect(chart.today.left).toBe(0);
    expect(chart.needed).toBeNull();
  });

  it('ends with the deadline long after everything was done by then', () => {
    const chart = draw({ total: 552, forecast: null, leftAtDeadline: 0 }, '2023-10-18');
    expect(chart.today.left).toBe(0);
    expect(chart.today.x).toBe(chart.deadline);
    expect(draw({ total: 553, forecast: null }, '2023-10-18').deadline).toBeLessThan(chart.deadline);
  });

  it('has fewer dates on a narrow picture', () => {
    expect(draw({}, '2023-02-03', 340).xTicks.length).toBeLessThan(draw().xTicks.length + 1);
    expect(draw({}, '2023-02-03', 340).xTicks.length).toBeLessThanOrEqual(4);
  });
});

describe('The ticks', () => {
  it('are round numbers up to the whole', () => {
    expect(ticksUpTo(5314)).toEqual([0, 1000, 2000, 3000, 4000, 5000]);
    expect(ticksUpTo(37)).toEqual([0, 10, 20, 30]);
    expect(ticksUpTo(0)).toEqual([0]);
  });

  it('cross months and years', () => {
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('2022-12-31', 1)).toBe('2023-01-01');
  });
});
