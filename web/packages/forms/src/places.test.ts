import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { goTo, placeOf, questionAt } from './places.ts';

const question = (label: string) =>
  `<div class="question-container"><div class="control-text"><label>${label}</label></div><input aria-label="${label}"></div>`;

describe('The place in a form', () => {
  beforeEach(() => {
    document.body.innerHTML = ['Nama', 'Umur', 'Nama', 'Pekerjaan'].map(question).join('');
  });
  afterEach(() => document.body.replaceChildren());
  const inputs = () => [...document.querySelectorAll('input')];

  it('is found again, also among questions with the same words', () => {
    for (const input of inputs()) {
      const place = placeOf(document.body, input)!;
      expect(questionAt(document.body, place)?.querySelector('input')).toBe(input);
    }
  });

  it('follows its words when questions before it came or went', () => {
    const place = placeOf(document.body, inputs()[3]!)!;
    document.body.insertAdjacentHTML('afterbegin', question('Hasil'));
    expect(questionAt(document.body, place)?.textContent).toBe('Pekerjaan');
  });

  it('takes its number when the words are in another language', () => {
    expect(questionAt(document.body, '1 Age')?.textContent).toBe('Umur');
  });

  it('is none outside of a question', () => {
    expect(placeOf(document.body, document.body)).toBeNull();
  });

  it('takes the keyboard', async () => {
    await goTo(questionAt(document.body, '1 Umur')!);
    expect(document.activeElement).toBe(inputs()[1]);
  });
});
