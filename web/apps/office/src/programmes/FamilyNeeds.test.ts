import type { FamilyNeed, Struck } from '@tuntas/contract';
import { type VueWrapper, flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { TestServer, show, signedIn } from '../testing/office.ts';
import { asked } from '../testing/programmes.ts';
import FamilyNeeds from './FamilyNeeds.vue';

const NEEDS = 'GET /api/v1/cases/c-1/needs';
const ASKED = 'GET /api/v1/cases/c-1/interventions';
const ASK = 'POST /api/v1/cases/c-1/interventions';
const DECIDE = 'POST /api/v1/cases/c-1/needs';
const housing: FamilyNeed = {
  need: 'housing',
  proposed: 'YES',
  facts: [
    { name: 'house.weakWall', value: true },
    { name: 'house.roof', value: 'thatch' },
  ],
  decision: null,
  open: true,
  programmes: [
    {
      id: 'p-1',
      code: 'RTLH',
      name: 'Perbaikan rumah',
      agency: 'Dinas Perkimta',
      pillar: 3,
      unit: 'house',
      units: 1,
      amount: 20_000_000,
      verdict: {
        fits: 'UNKNOWN',
        conditions: [
          { text: { id: 'Rumah milik sendiri', en: 'Own' }, answer: 'YES', facts: [{ name: 'house.ownership', value: 'own' }] },
          {
            text: { id: 'Tidak dibantu 5 tahun', en: 'No help' },
            answer: 'UNKNOWN',
            facts: [
              { name: 'aid', value: ['house_repair'] },
              { name: 'aidYears', value: null },
            ],
          },
        ],
        documents: [{ text: { id: 'Bukti hak atas tanah', en: 'Land' }, answer: 'UNKNOWN', facts: [] }],
      },
      clashes: ['BSPS'],
    },
  ],
};
const toilet: FamilyNeed = { need: 'toilet', proposed: 'YES', facts: [], decision: null, open: true, programmes: [] };
const electricity: FamilyNeed = {
  need: 'electricity',
  proposed: 'NO',
  facts: [{ name: 'members.age', value: [40, 12] }],
  decision: null,
  open: false,
  programmes: [],
};
let server: TestServer;

beforeEach(() => {
  server = new TestServer();
  signedIn('case.read', 'programme.read', 'need.confirm');
  server
    .on(NEEDS, { items: [housing, toilet, electricity], next: null })
    .on(ASKED, { items: [], next: null })
    .on('GET /api/v1/programme-facts', {
      items: [
        { name: 'house.roof', type: 'string', choices: [{ code: 'thatch', label: { id: 'Rumbia', en: 'Thatch' } }] },
        { name: 'house.ownership', type: 'string', choices: [{ code: 'own', label: { id: 'Milik sendiri', en: 'Own' } }] },
        { name: 'aid', type: 'list', choices: [{ code: 'house_repair', label: { id: 'Bantuan rumah', en: 'House' } }] },
      ],
      next: null,
    });
});

/** With every row open. */
async function page(struck: Struck | null = null) {
  const wrapper = await show(FamilyNeeds, { caseId: 'c-1', struck });
  for (const row of wrapper.findAll('[aria-expanded=false]')) await row.trigger('click');
  return wrapper;
}

async function press(wrapper: VueWrapper, label: string) {
  await wrapper.find(`button[aria-label="${label}"]`).trigger('click');
  await flushPromises();
}

describe('The needs of a family', () => {
  it('are shown with the answers they were proposed by', async () => {
    const text = (await page()).text();
    expect(text).toContain('2 kebutuhan; 0 dipastikan orang');
    expect(text).toContain('Diusulkan dari jawabanDinding rusak atau dari bahan tak layak: ya; Bahan atap: Rumbia');
    expect(text).toContain('Umur anggota: 40, 12');
  });

  it('stand in one table, the most urgent first, and open to what can be done', async () => {
    server = new TestServer()
      .on(NEEDS, { items: [housing, electricity, { ...housing, need: 'food' }, toilet], next: null })
      .on(ASKED, { items: [{ ...asked, state: 'refused' }, asked, { ...asked, state: 'withdrawn' }], next: null })
      .on('GET /api/v1/programme-facts', { items: [], next: null });
    const wrapper = await show(FamilyNeeds, { caseId: 'c-1', struck: null });
    const rows = wrapper
      .findAll('table')[0]
      ?.findAll('tbody tr')
      .map((one) => one.text());
    expect(rows).toEqual([
      expect.stringMatching(/^Jamban.*Belum ada program.*Belum ada$/),
      expect.stringMatching(/^Pangan.*1 program cocok.*Belum diminta$/),
      expect.stringMatching(/^Rumah layak huni.*Perbaikan rumah.*Dinas Perkimta.*Menunggu jawaban.*lewat 4 hari$/),
    ]);
    expect(wrapper.text()).not.toContain('Diusulkan dari jawaban');
    await wrapper.find('[aria-expanded=false]').trigger('click');
    expect(wrapper.find('button[aria-label="Jamban: Pastikan"]').exists()).toBe(true);
  });

  it('that the answers do not show stand apart with their reasons', async () => {
    const text = (await page()).text();
    expect(text).toContain('Umur anggota: 40, 12');
  });

  it('of a struck family are only read, with what was asked and the decree', async () => {
    server = new TestServer()
      .on(NEEDS, { items: [housing, toilet, electricity], next: null })
      .on('GET /api/v1/programme-facts', { items: [], next: null })
      .on(ASKED, { items: [{ ...asked, state: 'planned', plannedOn: '2023-03-20' }], next: null });
    const wrapper = await page({ decree: '460/102/HK/2023', on: '2023-02-18' });
    expect(wrapper.find('.note').text()).toContain('dicoret dengan SK 460/102/HK/2023 tanggal 18 Februari 2023');
    expect(wrapper.find('.asked').text()).toContain('Direncanakan');
    expect(wrapper.findAll('.more button, .lacking')).toHaveLength(0);
    expect(wrapper.text()).not.toContain('Belum ada program');
  });

  it('explain each programme condition by condition', async () => {
    const text = (await page()).text();
    expect(text).toContain('Perbaikan rumah, Rp\u00a020.000.000');
    expect(text).toContain('Belum dapat dipastikan');
    expect(text).toContain('terpenuhi Rumah milik sendiri Status rumah: Milik sendiri');
    expect(text).toContain('Bantuan yang pernah diterima: Bantuan rumah; Tahun bantuan terakhir: belum dijawab');
    expect(text).toContain('Bukti hak atas tanah: tidak ditanyakan, perlu dibawa');
    expect(text).toContain('Tidak boleh bersama BSPS');
  });

  it('say for how many of the family a programme is that counts persons', async () => {
    const insured = { ...housing.programmes[0], name: 'PBI-JKN', unit: 'person', units: 3, amount: 504_000 };
    server = new TestServer()
      .on(NEEDS, { items: [{ ...housing, programmes: [insured, { ...insured, name: 'PIP', amount: null }] }], next: null })
      .on(ASKED, { items: [], next: null })
      .on('GET /api/v1/programme-facts', { items: [], next: null });
    const text = (await page()).text();
    expect(text).toContain('PBI-JKN, Rp\u00a0504.000 per orang, untuk 3 orang');
    expect(text).toContain('PIP, untuk 3 orang');
  });

  it('are confirmed at once where the answers agree', async () => {
    const decision = { confirmed: true, reason: '', by: 'Budi Contoh', at: '2023-02-25T01:00:00Z' };
    server.on(DECIDE, { items: [{ ...housing, decision }, toilet, electricity], next: null });
    const wrapper = await page();
    await press(wrapper, 'Rumah layak huni: Pastikan');
    expect(server.last(DECIDE)?.body).toEqual({ need: 'housing', confirmed: true, reason: '' });
    expect(wrapper.text()).toContain('Dipastikan Budi Contoh, 25 Februari 2023');
    expect(wrapper.text()).toContain('2 kebutuhan; 1 dipastikan orang');
  });

  it('are declined only with a reason', async () => {
    server.on(DECIDE, { items: [housing, electricity], next: null });
    const wrapper = await page();
    await press(wrapper, 'Jamban: Tidak perlu');
    expect(server.last(DECIDE)).toBeUndefined();
    expect(wrapper.find('form button[type=submit]').attributes('disabled')).toBeDefined();
    await wrapper.find('#n-toilet').setValue(' Jamban baru selesai ');
    await wrapper.find('form').trigger('submit');
    await flushPromises();
    expect(server.last(DECIDE)?.body).toEqual({ need: 'toilet', confirmed: false, reason: 'Jamban baru selesai' });
  });

  it('that the answers do not show can be said all the same', async () => {
    server.on(DECIDE, { items: [], next: null });
    const wrapper = await page();
    await press(wrapper, 'Listrik: Tetap perlu');
    await wrapper.find('#n-electricity').setValue('Kabel menumpang');
    await wrapper.find('form').trigger('submit');
    await flushPromises();
    expect(server.last(DECIDE)?.body).toEqual({ need: 'electricity', confirmed: true, reason: 'Kabel menumpang' });
  });

  it('that somebody decided meanwhile say so', async () => {
    server.on(DECIDE, { code: 'need-decided', title: 'Sudah dicatat', detail: 'Muat ulang.' }, 409);
    const wrapper = await page();
    await press(wrapper, 'Jamban: Pastikan');
    expect(wrapper.find('[role=alert]').text()).toContain('Sudah dicatat');
  });

  it('are asked of the agency of a programme that fits, once', async () => {
    const one = { ...asked, state: 'planned', plannedOn: '2023-03-20' };
    server.on(ASK, { items: [one], next: null }, 201);
    const wrapper = await page();
    await press(wrapper, 'Minta ke OPD: Perbaikan rumah');
    expect(server.last(ASK)?.body).toEqual({ programmeId: 'p-1', need: 'housing', reason: '' });
    expect(wrapper.find('.asked').text()).toMatch(/Direncanakan\s*20 Maret 2023/);
    expect(wrapper.find('.asked').text()).toContain('Diminta ke Dinas Perkimta');
    expect(wrapper.find('button[aria-label="Minta ke OPD: Perbaikan rumah"]').exists()).toBe(false);
  });

  it('are asked of a programme that does not fit only with a reason', async () => {
    const programme = housing.programmes[0];
    if (!programme) throw new Error('there is none');
    const unfit: FamilyNeed = { ...housing, programmes: [{ ...programme, verdict: { ...programme.verdict, fits: 'NO' } }] };
    server = new TestServer()
      .on(NEEDS, { items: [unfit], next: null })
      .on(ASKED, { items: [], next: null })
      .on(ASK, { items: [], next: null }, 201)
      .on('GET /api/v1/programme-facts', { items: [], next: null });
    const wrapper = await page();
    await press(wrapper, 'Perbaikan rumah: Minta walau tidak cocok');
    expect(wrapper.find('details form button[type=submit]').attributes('disabled')).toBeDefined();
    await wrapper.find('details textarea').setValue(' Pemilik tanah setuju ');
    await wrapper.find('details form').trigger('submit');
    await flushPromises();
    expect(server.last(ASK)?.body).toEqual({ programmeId: 'p-1', need: 'housing', reason: 'Pemilik tanah setuju' });
  });

  it('that were met are not offered again, and what was received is asked for again only with a reason', async () => {
    const [programme] = housing.programmes;
    const received = { ...asked, state: 'received', deliveredOn: '2023-02-10', againFrom: '2028-02-10' };
    server = new TestServer()
      .on(NEEDS, { items: [{ ...housing, programmes: [programme, { ...programme, id: 'p-2', name: 'Bedah rumah' }] }], next: null })
      .on(ASKED, { items: [received], next: null })
      .on(ASK, { items: [received], next: null }, 201)
      .on('GET /api/v1/programme-facts', { items: [], next: null });
    const wrapper = await page();
    expect(wrapper.text()).toContain('Terpenuhi dengan yang sudah diterima');
    expect(wrapper.find('details').text()).toContain('Sudah diterima 10 Februari 2023');
    expect(wrapper.find('button[aria-label="Minta ke OPD: Perbaikan rumah"]').exists()).toBe(false);
    expect(wrapper.find('details button[aria-label="Minta ke OPD: Bedah rumah"]').exists()).toBe(true);
    await press(wrapper, 'Perbaikan rumah: Minta lagi dengan alasan');
    await wrapper.find('details textarea').setValue('Roboh karena gempa');
    await wrapper.find('details form').trigger('submit');
    await flushPromises();
    expect(server.last(ASK)?.body).toEqual({ programmeId: 'p-1', need: 'housing', reason: 'Roboh karena gempa' });
  });

  it('that were met are offered again once the term of what was received is over', async () => {
    server = new TestServer()
      .on(NEEDS, { items: [housing], next: null })
      .on(ASKED, { items: [{ ...asked, state: 'received', deliveredOn: '2018-02-01', againFrom: '2023-02-01' }], next: null })
      .on('GET /api/v1/programme-facts', { items: [], next: null });
    const wrapper = await page();
    expect(wrapper.text()).not.toContain('Terpenuhi dengan yang sudah diterima');
    expect(wrapper.find('button[aria-label="Minta ke OPD: Perbaikan rumah"]').exists()).toBe(true);
  });

  it('say how far from the family the officer was who saw that it arrived', async () => {
    const seen = { accuracy: 4, away: 950_000, elsewhere: true, photo: false, unplaced: '' };
    server = new TestServer()
      .on(NEEDS, { items: [housing], next: null })
      .on(ASKED, { items: [{ ...asked, state: 'received', deliveredOn: '2023-02-10', seen }], next: null })
      .on('GET /api/v1/programme-facts', { items: [], next: null });
    const text = (await page()).find('.asked').text();
    expect(text).toContain('lokasi HP (±4 m), 950,0 km dari keluarga');
    expect(text).toContain('HP terlalu jauh dari keluarga');
  });

  it('that the agency refused may be asked again', async () => {
    server.on(ASK, { items: [{ ...asked, state: 'refused', reason: 'Tanah sengketa' }], next: null }, 201);
    const wrapper = await page();
    await press(wrapper, 'Minta ke OPD: Perbaikan rumah');
    expect(wrapper.find('.asked').text()).toContain('Ditolak OPD');
    expect(wrapper.find('.asked').text()).toContain('Tanah sengketa');
    expect(wrapper.find('button[aria-label="Minta ke OPD: Perbaikan rumah"]').exists()).toBe(true);
  });

  it('are only shown to whoever may not say anything', async () => {
    signedIn('case.read');
    expect((await page()).findAll('button:not([aria-expanded])')).toEqual([]);
  });

  it('lose a request that was a mistake once the reason is given and confirmed', async () => {
    const WITHDRAW = 'POST /api/v1/interventions/i-1/withdrawal';
    server = new TestServer()
      .on(NEEDS, { items: [housing], next: null })
      .on('GET /api/v1/programme-facts', { items: [], next: null })
      .on(ASKED, { items: [{ ...asked, withdrawable: true }], next: null })
      .on(ASKED, { items: [{ ...asked, state: 'withdrawn', reason: 'Salah keluarga' }], next: null })
      .on(WITHDRAW, null, 204);
    const wrapper = await page();
    await press(wrapper, 'Tarik permintaan: Perbaikan rumah untuk Ni Luh Contoh');
    expect(wrapper.text()).toContain('Permintaan dan alasannya tetap tercatat');
    expect(wrapper.find('dialog button[type=submit]').attributes('disabled')).toBeDefined();
    await wrapper.find('#w-i-1').setValue(' Salah keluarga ');
    await wrapper.find('dialog form').trigger('submit');
    await flushPromises();
    expect(server.last(WITHDRAW)?.body).toEqual({ reason: 'Salah keluarga' });
    expect(wrapper.text()).toContain('Permintaan ditarik');
    expect(wrapper.find('button[aria-label="Minta ke OPD: Perbaikan rumah"]').exists()).toBe(true);
  });

  it('lose what the officer said by mistake, not the delivery', async () => {
    server = new TestServer()
      .on(NEEDS, { items: [housing], next: null })
      .on('GET /api/v1/programme-facts', { items: [], next: null })
      .on(ASKED, { items: [{ ...asked, state: 'missing', deliveredOn: '2023-02-01', withdrawable: true }], next: null });
    const wrapper = await page();
    await press(wrapper, 'Tarik pernyataan petugas: Perbaikan rumah untuk Ni Luh Contoh');
    expect(wrapper.text()).toContain('Penyerahan kembali belum dipastikan');
  });
});
