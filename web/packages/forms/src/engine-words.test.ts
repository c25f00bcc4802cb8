import { afterEach, describe, expect, it } from 'vitest';
import { engineWord, speakIndonesian } from './engine-words.ts';

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
