import { afterEach, expect, test } from 'vitest';
import { nameQuestions } from './engine-labels.ts';

const asked = (id: string, text: string, control: string) =>
  `<div class="question-container"><div class="control-text"><label for="${id}">${text}</label></div>${control}</div>`;
const number = '<span id="n1"><input type="text" role="spinbutton"></span>';

afterEach(() => document.body.replaceChildren());

test('gives a number field the words of its question', () => {
  document.body.innerHTML = asked('n1', 'Luas lantai', number);
  const stop = nameQuestions(document.body);
  const named = document.querySelector('input')?.getAttribute('aria-labelledby') ?? '';
  expect(document.getElementById(named)?.textContent).toBe('Luas lantai');
  stop();
});

test('makes the choices of a question a group with its words', () => {
  document.body.innerHTML = asked('c1', 'Sumber air', '<label><input type="radio">Sumur</label>');
  const stop = nameQuestions(document.body);
  const question = document.querySelector('.question-container');
  expect(question?.getAttribute('role')).toBe('radiogroup');
  expect(question?.getAttribute('aria-labelledby')).toBe('c1_label');
  stop();
});

test('says what must be answered', () => {
  const must = (html: string) => html.replace('<label for', '<label class="required" for');
  document.body.innerHTML =
    must(asked('c1', 'Sumber air', '<label><input type="radio">Sumur</label>')) +
    must(asked('n1', 'Luas lantai', number)) +
    asked('t1', 'Catatan', '<textarea></textarea>');
  const stop = nameQuestions(document.body);
  expect([...document.querySelectorAll('[aria-required=true]')].map((part) => part.getAttribute('aria-labelledby'))).toEqual([
    'c1_label',
    'n1_label',
  ]);
  stop();
});

test('names a question that is asked later', async () => {
  const stop = nameQuestions(document.body);
  document.body.insertAdjacentHTML('beforeend', asked('n1', 'Luas lantai', number));
  await expect.poll(() => document.querySelector('input')?.getAttribute('aria-labelledby')).toBe('n1_label');
  stop();
});

test('ties what is to be mended, the hint and the message to the field', async () => {
  document.body.innerHTML = asked('t1', 'Nama', '<p id="t1_mend">Lengkapi</p><p class="hint">Seperti di KTP</p><input type="text">');
  const stop = nameQuestions(document.body);
  document.querySelector('.question-container')!.insertAdjacentHTML('beforeend', '<p class="validation-message">Wajib diisi.</p>');
  const described = () => {
    const ids = document.querySelector('input')?.getAttribute('aria-describedby')?.split(' ') ?? [];
    return ids.map((id) => document.getElementById(id)?.textContent);
  };
  await expect.poll(described).toEqual(['Lengkapi', 'Seperti di KTP', 'Wajib diisi.']);
  stop();
});
