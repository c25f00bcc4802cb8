import { afterEach, expect, test } from 'vitest';
import { countIn } from './engine-numbers.ts';

let stop = () => {};
afterEach(() => stop());

test('an amount without a language is written in the page’s', () => {
  stop = countIn('id');
  expect(new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format(1250000.5)).toBe('1.250.000,5');
  expect(Intl.NumberFormat().format(1250000)).toBe('1.250.000');
  stop();
  stop = countIn('en');
  expect(new Intl.NumberFormat().format(1250000.5)).toBe('1,250,000.5');
});

test('who names a language gets it', () => {
  stop = countIn('id');
  expect(new Intl.NumberFormat('en-US').format(1250000)).toBe('1,250,000');
});

test('afterwards the browser decides again', () => {
  const before = Intl.NumberFormat;
  countIn('id')();
  expect(Intl.NumberFormat).toBe(before);
});
