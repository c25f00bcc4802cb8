import { type VueWrapper, flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { TestServer, show, signedIn } from '../testing/office.ts';
import { houseRepair } from '../testing/programmes.ts';
import ProgrammeShowPage from './ProgrammeShowPage.vue';

const trial = {
  asOf: '2023-02-25',
  families: 349,
  fits: 283,
  unknown: 4,
  gaveUp: 2,
  conditions: [{ text: { id: 'Rumah milik sendiri', en: 'Own' }, holds: 283, fails: 62, unknown: 4, gaveUp: 2, onlyThis: 62 }],
  documents: [{ text: { id: 'Kartu Keluarga', en: 'Card' }, has: 271, lacks: 12, untold: 0, gaveUp: 0 }],
};
let server: TestServer;

beforeEach(() => {
  server = new TestServer();
  signedIn('programme.read', 'programme.manage');
  server
    .on('GET /api/v1/programmes', { items: [houseRepair, { ...houseRepair, id: 'p-2', code: 'LAIN', name: 'Bantuan lain' }], next: null })
    .on('GET /api/v1/programmes/p-1', houseRepair)
    .on('GET /api/v1/programmes/p-1/rules', {
      items: [
        { version: 2, rule: houseRepair.rule, savedBy: 'Citra', savedAt: '2023-02-02T01:00:00Z' },
        {
          version: 1,
          rule: { conditions: [{ text: { id: 'Atap rusak', en: 'Roof' }, expression: 'house.weakRoof' }], documents: [] },
          savedBy: 'Joko',
          savedAt: '2023-02-01T01:00:00Z',
        },
      ],
      next: null,
    })
    .on('GET /api/v1/regions', { items: [{ code: '51.08.05', name: 'Sukasada', level: 'district' }], next: null })
    .on('GET /api/v1/programme-facts', {
      items: [
        { name: 'house.roof', type: 'string', choices: [{ code: 'thatch', label: { id: 'Rumbia', en: 'Thatch' } }] },
        { name: 'members.age', type: 'int', choices: [] },
      ],
      next: null,
    });
});

async function press(page: VueWrapper, words: string) {
  await page
    .findAll('button')
    .find((one) => one.text() === words)
    ?.trigger('click');
  await flushPromises();
}

async function editing() {
  const page = await show(ProgrammeShowPage, { id: 'p-1' }, '/program/p-1');
  await press(page, 'Ubah program');
  return page;
}

describe('A programme', () => {
  it('shows its rule in words and as a formula, and the older versions', async () => {
    const page = await show(ProgrammeShowPage, { id: 'p-1' }, '/program/p-1');
    expect(page.text()).toContain('Rumah milik sendiri');
    expect(page.text()).toContain('house.ownership == "own"');
    expect(page.text()).toContain('Kunjungan tidak menanyakannya');
    expect(page.find('details').text()).toContain('Versi 1, 1 Februari 2023, Joko');
    expect(page.find('details').text()).toContain('house.weakRoof');
  });

  it('is tried on the families there are before it is kept', async () => {
    server.on('POST /api/v1/programme-trials', trial);
    const page = await editing();
    await press(page, 'Coba pada keluarga yang ada');
    expect(server.last('POST /api/v1/programme-trials')?.body).toEqual({
      rule: {
        conditions: [{ text: { id: 'Rumah milik sendiri', en: 'The house is its own' }, expression: 'house.ownership == "own"' }],
        documents: [{ text: { id: 'Bukti hak atas tanah', en: '' }, expression: null }],
      },
    });
    const result = page.find('section[role=status]').text();
    expect(result).toContain('Cocok untuk 283 dari 349 keluarga');
    expect(result).toContain('Untuk 2 keluarga aturan ini tidak selesai dihitung');
    expect(result).toContain('4 belum dapat dipastikan');
    expect(result).toContain('Kartu Keluarga 271120');
    expect(server.last('PUT /api/v1/programmes/p-1')).toBeUndefined();
    await page.find('#s-condition-rumus-0').setValue('house.weakRoof');
    expect(page.text()).toContain('Syarat berubah sejak percobaan ini');
  });

  it('has what is wrong in a formula right below it', async () => {
    const detail = 'Huruf ke-7: keterangan “rof” tidak ada.';
    server.on(
      'POST /api/v1/programme-trials',
      {
        code: 'invalid',
        title: 'Isian belum benar',
        detail: 'Perbaiki.',
        errors: [{ pointer: '/rule/conditions/0/expression', code: 'rule-unknown-fact', detail }],
      },
      422,
    );
    const page = await editing();
    await press(page, 'Coba pada keluarga yang ada');
    const formula = page.find('#s-condition-rumus-0');
    expect(formula.attributes('aria-invalid')).toBe('true');
    expect(page.find(`#${formula.attributes('aria-describedby') ?? ''}`).text()).toBe(detail);
  });

  it('is kept in the version that was seen', async () => {
    server.on('PUT /api/v1/programmes/p-1', houseRepair);
    const page = await editing();
    await page.find('#g-nilai').setValue('');
    await page.find('form').trigger('submit');
    await flushPromises();
    const asked = server.last('PUT /api/v1/programmes/p-1');
    expect(asked?.headers.get('If-Match')).toBe('"3"');
    expect(asked?.body).toMatchObject({ code: 'RTLH', amount: null, needs: ['housing'], quotas: houseRepair.quotas });
    expect(page.find('form').exists()).toBe(false);
  });

  it('names the words of a formula with the choices of the form', async () => {
    const page = await editing();
    const words = page.find('.facts-list').text();
    expect(words).toContain('house.roofBahan atap"thatch" Rumbia');
    expect(words).toContain('m.ageUmur anggotaangka');
  });
});
