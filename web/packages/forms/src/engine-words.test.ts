import { afterEach, describe, expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { engineWord, speakIndonesian } from './engine-words.ts';

const dist = dirname(createRequire(import.meta.url).resolve('@getodk/web-forms'));
const ENGINE = readFileSync(
  join(
    dist,
    readdirSync(dist).find((name) => /^index-.*\.js$/.test(name))!,
  ),
  'utf8',
);

let stop = () => {};
afterEach(() => {
  stop();
  document.body.innerHTML = '';
});

describe('the words of the form engine', () => {
  it('are put into Indonesian, blanks around them kept', () => {
    expect(engineWord('Send')).toBe('Kirim');
    expect(engineWord(' Take picture ')).toBe(' Ambil foto ');
    expect(engineWord('3 questions with errors.')).toBe('3 jawaban perlu diperbaiki.');
    expect(engineWord('8 m - Good accuracy')).toBe('8 m, ketelitian baik');
  });

  it('are known also where they tell what is wrong', () => {
    const wrong = [
      'Condition not satisfied: required',
      'Condition not satisfied: constraint',
      'Technical error details',
      'unreachable',
      'Failed to load image. File: undefined',
      'Cannot fetch media. Unknown error. File: jr://images/a.png',
      'Media not found. File: jr://audio/a.mp3',
    ];
    expect(wrong.map(engineWord)).toEqual([
      'Pertanyaan ini wajib dijawab.',
      'Jawaban ini tidak sesuai dengan aturan formulir.',
      'Rincian untuk yang memperbaiki',
      'Kantor tidak dapat dihubungi. Coba lagi bila ada sinyal.',
      'Berkas ini tidak dapat ditampilkan.',
      'Belum ada di HP ini, diambil begitu ada sinyal: a.png',
      'Kantor tidak punya berkas ini: a.mp3',
    ]);
  });

  it('are all known: those that stand in its script', () => {
    const script = ENGINE.match(
      /(?:createTextVNode\(|"span", null, |"span", \{ class: "[\w-]+" \}, |"p", null, |\b(?:label|alt|literal|\w+Msg|\w+_LABEL|DIALOG_TITLE|"aria-label"): )"[^"]*"/g,
    )!;
    const words = script.map((found) => /"([^"]*)"$/.exec(found)![1]!).filter((word) => /[A-Za-z]{2}/.test(word) && !word.startsWith('p-'));
    expect(words.length).toBeGreaterThan(15);
    const neverDrawn = [' Unsupported appearance {', '} for the {'];
    expect(words.filter((word) => engineWord(word) === word)).toEqual([...neverDrawn, 'ODK']);
  });

  it('leave the words of the form alone', () => {
    expect(engineWord('Send the children to school')).toBe('Send the children to school');
  });

  it('are followed where they are drawn later', async () => {
    document.body.innerHTML = '<button aria-label="Send"><span>Send</span></button>';
    stop = speakIndonesian(document.body);
    expect(document.body.innerHTML).toBe('<button aria-label="Kirim"><span>Kirim</span></button>');
    document.body.insertAdjacentHTML('beforeend', '<div role="dialog">Save location<img alt="Captured image preview"></div>');
    await expect.poll(() => document.querySelector('[role=dialog]')?.textContent).toBe('Simpan lokasi');
    expect(document.querySelector('img')?.getAttribute('alt')).toBe('Foto yang dipilih');
  });
});
