import type { FieldFamily } from '@tuntas/contract';
import { createTexts } from '@tuntas/ui';
import { RouterLinkStub, mount } from '@vue/test-utils';
import { afterEach, expect, it } from 'vitest';
import DayProgress from './DayProgress.vue';
import { work } from './field.ts';
import en from './locales/en.json';
import id from './locales/id.json';

const family: FieldFamily = {
  ...{ id: 'f-1', number: '000123-4', name: 'Ni Luh Contoh', address: null, hamlet: null, village: '51.08.04.2001' },
  ...{ villageName: 'Pedawa', lat: null, lng: null, state: 'assigned', members: [], returned: null, visitedAt: null },
};
const back: FieldFamily = {
  ...{ ...family, id: 'f-2', state: 'returned', visitedAt: '2023-02-04T01:00:00Z' },
  returned: { visitId: 'v', reason: 'Foto buram', fields: [], at: '2023-02-05T01:00:00Z' },
};

afterEach(() => {
  work.value = null;
  localStorage.clear();
});

it('A family that was visited and came back is not done, and not told as not visited', () => {
  work.value = { sequence: 1, round: null, families: [family, back] };
  const shown = (language: 'id' | 'en') => {
    localStorage.setItem('tuntas.language', language);
    return mount(DayProgress, { global: { plugins: [createTexts({ id, en })], stubs: { RouterLink: RouterLinkStub } } }).text();
  };

  expect(shown('id')).toContain('2 keluarga belum selesai');
  expect(shown('id')).toContain('1 kunjungan dikembalikan');
  expect(shown('en')).toContain('2 families not done yet');
});
