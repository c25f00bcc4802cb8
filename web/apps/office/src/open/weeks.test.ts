import { expect, it } from 'vitest';
import { weeksBetween } from './weeks.ts';

it('names the ends of the weeks of a round, with the one before it opened', () => {
  expect(weeksBetween('2023-01-30', '2023-02-12')).toEqual(['2023-02-12', '2023-02-05', '2023-01-29']);
  expect(weeksBetween('2023-01-30', '2023-01-29')).toEqual(['2023-01-29']);
  expect(weeksBetween('2023-01-29', '2023-02-05')).toEqual(['2023-02-05', '2023-01-29']);
});
