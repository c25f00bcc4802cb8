import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { markFields } from './field-marks.ts';

const said = () => Array.from(document.querySelectorAll('.err')).map((one) => one.textContent);
const field = (id: string) => document.getElementById(id) as HTMLInputElement;

beforeAll(() =>
  markFields(
    (key, words) => [key, ...Object.values(words)].join(' '),
    () => 'id',
  ),
);

beforeEach(() => {
  document.body.innerHTML = `<form>
    <label for="nama">Nama</label><span id="bantuan">Lengkap</span><input id="nama" required aria-describedby="bantuan" />
    <select id="desa" required><option value="">-</option><option value="1">Pedawa</option></select>
    <label><input id="benar" type="checkbox" required />Benar</label>
    <input id="banyak" type="number" min="1" value="0" />
    <button>Kirim</button>
  </form>`;
});

describe('A form that the browser does not send', () => {
  it('says beside each field what is wrong, and the first has the focus', () => {
    document.querySelector('form')?.requestSubmit();
    expect(said()).toEqual(['field.empty', 'field.unchosen', 'field.unticked', 'field.tooLow 1']);
    expect(field('nama').getAttribute('aria-invalid')).toBe('true');
    expect(field('nama').getAttribute('aria-describedby')).toBe('bantuan salah-nama');
    expect(field('benar').closest('label')?.nextElementSibling?.id).toBe('salah-benar');
    expect(document.activeElement?.id).toBe('nama');
  });

  it('leaves the browser no words of its own', () => {
    const event = new Event('invalid', { cancelable: true });
    field('nama').dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
  });

  it('takes a mark away once the field is right, and marks it once however often it is sent', () => {
    const form = document.querySelector('form');
    form?.requestSubmit();
    form?.requestSubmit();
    expect(said()).toHaveLength(4);
    field('nama').value = 'Ni Luh';
    field('nama').dispatchEvent(new Event('input', { bubbles: true }));
    expect(said()).toHaveLength(3);
    expect(field('nama').hasAttribute('aria-invalid')).toBe(false);
    expect(field('nama').getAttribute('aria-describedby')).toBe('bantuan');
  });
});
