import { describe, expect, it } from 'vitest';
import { dayAfter, paceOf } from './progress.ts';

describe('The pace of an officer', () => {
  it('counts today and the day of the deadline', () => {
    expect(paceOf(43, 0, '2023-02-12', '2023-02-25')).toEqual({ kind: 'onTime', perDay: 4, daysLeft: 14 });
    expect(paceOf(43, 0, '2023-02-25', '2023-02-25')).toEqual({ kind: 'onTime', perDay: 43, daysLeft: 1 });
  });

  it('keeps the goal of the day while the day’s families are visited', () => {
    const morning = paceOf(6, 0, '2023-02-24', '2023-02-25');
    const noon = paceOf(4, 2, '2023-02-24', '2023-02-25');
    expect(morning).toMatchObject({ perDay: 3 });
    expect(noon).toMatchObject({ perDay: 3 });
  });

  it('is late from the day after the deadline', () => {
    expect(paceOf(1, 0, '2023-02-26', '2023-02-25')).toEqual({ kind: 'late', days: 1 });
    expect(paceOf(1, 0, '2023-03-02', '2023-02-25')).toEqual({ kind: 'late', days: 5 });
  });

  it('is done when nobody is left, also after the deadline, and unknown without a round or a day', () => {
    expect(paceOf(0, 3, '2023-03-02', '2023-02-25')).toEqual({ kind: 'done' });
    expect(paceOf(2, 0, '2023-02-02', undefined)).toEqual({ kind: 'unknown' });
    expect(paceOf(2, 0, null, '2023-02-25')).toEqual({ kind: 'unknown' });
  });
});

describe('A day', () => {
  it('is counted over months and years, forwards and back', () => {
    expect(dayAfter('2024-02-28', 2)).toBe('2024-03-01');
    expect(dayAfter('2026-11-26', -1394)).toBe('2023-02-01');
  });
});
