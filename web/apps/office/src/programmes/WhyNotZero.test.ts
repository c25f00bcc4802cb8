import type { Convergence, OpenFamily } from '@tuntas/contract';
import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { TestServer, show, signedIn } from '../testing/office.ts';
import WhyNotZero from './WhyNotZero.vue';

const SUMMARY = 'GET /api/v1/convergence';
const FAMILIES = 'GET /api/v1/convergence/families';
const counts = { needs: 3, lacks: { nothing: 1, answer: 2 }, longest: 41 };
const summary: Convergence = {
  asOf: '2023-06-30',
  families: 2,
  converged: 1,
  needs: 3,
  met: 1,
  unshown: 2,
  byNeed: [{ key: 'housing', name: null, ...counts }],
  byVillage: [{ key: '51.08.04.2001', name: 'Pedawa', ...counts }],
  byAgency: [
    { key: 'a-1', name: 'Dinas Perkimta', ...counts },
    { key: 'none', name: null, needs: 1, lacks: { request: 1 }, longest: 90 },
  ],
  means: [
    {
      ...{ agencyId: 'a-2', agency: 'Dinas PU', programme: 'Air bersih', area: '51.08', areaName: 'Buleleng', families: 9 },
      ...{ units: 9, unitsLeft: 4, cost: 18_000_000, rupiahLeft: 20_000_000 },
    },
  ],
};
const family: OpenFamily = {
  caseId: 'c-1',
  number: '000123-4',
  name: 'Ni Luh Contoh',
  villageName: 'Pedawa',
  needs: 3,
  gaps: [
    { need: 'housing', lack: 'answer', agency: 'Dinas Perkimta', programme: 'Perbaikan rumah', since: '2023-05-20', days: 41, offers: [] },
    {
      need: 'water',
      lack: 'request',
      agency: null,
      programme: null,
      since: '2023-03-01',
      days: 121,
      offers: [
        { programme: 'Pamsimas', agency: 'Dinas PU', units: 1, unitsLeft: 12, cost: null, rupiahLeft: null },
        { programme: 'Air bersih', agency: 'Dinas PU', units: 1, unitsLeft: 0, cost: 2_000_000, rupiahLeft: 500_000 },
      ],
    },
  ],
};
/** With the spaces that do not break told as others. */
const spaced = (text: string) => text.replaceAll('\u00a0', ' ');
let server: TestServer;

/** With the list of all families. */
async function listed() {
  const wrapper = await show(WhyNotZero);
  await wrapper
    .findAll('button')
    .find((one) => one.text() === 'Semua keluarga')
    ?.trigger('click');
  await flushPromises();
  return wrapper;
}

beforeEach(() => {
  server = new TestServer().on(SUMMARY, summary).on(FAMILIES, { items: [family], next: null });
  signedIn('progress.read', 'case.read');
});

describe('Why a regency is not at zero yet', () => {
  it('is said in families and needs, and only what was received counts', async () => {
    const wrapper = await listed();
    expect(wrapper.text()).toContain('Bantuan yang dipastikan diterima tanpa lokasi dan foto: 2');
    expect(wrapper.text()).toContain('1 dari 2 keluarga sudah menerima bantuan untuk setiap kebutuhannya; 1 dari 3 kebutuhan terpenuhi.');
    expect(wrapper.find('.open').text()).toContain('Rumah layak huniMenunggu jawaban OPDDinas Perkimta41 hari');
  });

  it('says which programmes would do, what the family costs and what lacks', async () => {
    const text = spaced((await listed()).find('.open').text());
    expect(text).toContain('Pamsimas (Dinas PU): perlu 1, sisa kuota 12.');
    expect(text).toContain(
      'Air bersih (Dinas PU): perlu 1, sisa kuota 0, kurang 1, biaya Rp 2.000.000, sisa pagu Rp 500.000, kurang Rp 1.500.000.',
    );
    new TestServer()
      .on(SUMMARY, summary)
      .on(FAMILIES, { items: [{ ...family, gaps: family.gaps.map((gap) => ({ ...gap, offers: [] })) }], next: null });
    expect((await listed()).findAll('.offer').map((one) => one.text())).toEqual(['Tidak ada program dalam katalog yang pasti cocok.']);
  });

  it('says of a family that lacks nothing that it waits to be seen again, or that no need is known', async () => {
    const items = [3, 0].map((needs) => ({ ...family, caseId: `c-${String(needs)}`, needs, gaps: [] }));
    new TestServer().on(SUMMARY, summary).on(FAMILIES, { items, next: null });
    expect((await listed()).findAll('.open p:not(.meta)').map((one) => one.text())).toEqual([
      'Semua 3 kebutuhannya sudah diterima: menunggu kunjungan ulang dan graduasi.',
      'Tidak ada kebutuhan yang diketahui: koordinator memeriksa kebutuhannya atau meminta kunjungan ulang.',
    ]);
  });

  it('says by agency what its quotas and budgets lack', async () => {
    const wrapper = await show(WhyNotZero);
    expect(wrapper.find('#h-pagu').exists()).toBe(false);
    await wrapper
      .findAll('.seg button')
      .find((one) => one.text() === 'OPD')
      ?.trigger('click');
    const row = wrapper.find('section[aria-labelledby="h-pagu"] tbody tr');
    expect(row.findAll('th, td').map((one) => spaced(one.text()))).toEqual([
      ...['Dinas PU', 'Air bersih', 'Buleleng', '9', '9', '4', '5', 'Rp 18.000.000', 'Rp 20.000.000', '0'],
    ]);
  });

  it('says by how much an agency has planned over its quota and money', async () => {
    const [means] = summary.means;
    const offer = { programme: 'Air bersih', agency: 'Dinas PU', units: 1, unitsLeft: -2, cost: 2_000_000, rupiahLeft: -500_000 };
    const gaps = family.gaps.slice(1).map((gap) => ({ ...gap, offers: [offer] }));
    new TestServer()
      .on(SUMMARY, { ...summary, means: [{ ...means, unitsLeft: -2, rupiahLeft: -500_000 }] })
      .on(FAMILIES, { items: [{ ...family, gaps }], next: null });
    const wrapper = await listed();
    expect(spaced(wrapper.find('.offer').text())).toBe(
      'Air bersih (Dinas PU): perlu 1, sisa kuota 0, kurang 3, biaya Rp 2.000.000, sisa pagu Rp 0, kurang Rp 2.500.000, ' +
        'permintaan sudah lewat kuota 2, rencana sudah lewat pagu Rp 500.000.',
    );
    await wrapper
      .findAll('.seg button')
      .find((one) => one.text() === 'OPD')
      ?.trigger('click');
    const cells = wrapper.findAll('section[aria-labelledby="h-pagu"] tbody td').map((one) => spaced(one.text()));
    expect(cells.slice(4)).toEqual(['lewat 2', '11', 'Rp 18.000.000', 'lewat Rp 500.000', 'Rp 18.500.000']);
  });

  it('leads from every number to its families', async () => {
    const wrapper = await show(WhyNotZero);
    await wrapper
      .findAll('.seg button')
      .find((one) => one.text() === 'OPD')
      ?.trigger('click');
    await wrapper.find('button[aria-label="2 kebutuhan, Menunggu jawaban OPD, Dinas Perkimta"]').trigger('click');
    await flushPromises();
    expect(Object.fromEntries(server.last(FAMILIES)?.query ?? [])).toEqual({ agency: 'a-1', lack: 'answer', limit: '50' });
    expect(document.activeElement?.id).toBe('h-belum');
    expect(wrapper.find('section[aria-labelledby="h-belum"]').text()).toContain('Dinas Perkimta: Menunggu jawaban OPD');
  });

  it('tells what no agency was asked for', async () => {
    const wrapper = await show(WhyNotZero);
    await wrapper
      .findAll('.seg button')
      .find((one) => one.text() === 'OPD')
      ?.trigger('click');
    expect(wrapper.find('[aria-label=OPD]').findAll('tbody tr')[1]?.text()).toContain('Belum diminta ke OPD mana pun');
  });

  it('shows by agency what was received of what was asked for, and the first families at a glance', async () => {
    const wrapper = await show(WhyNotZero);
    const agencies = wrapper.findAll('[aria-labelledby=h-opd] tbody tr').map((one) => one.text());
    expect(agencies[0]).toMatch(/^Dinas Perkimta31.*33.*41 hari$/);
    expect(wrapper.find('[aria-label="1 diterima, 2 berjalan, 0 belum"]').exists()).toBe(true);
    expect(wrapper.find('[aria-label="0 diterima, 0 berjalan, 1 belum"]').exists()).toBe(true);
    expect(Object.fromEntries(server.last(FAMILIES)?.query ?? [])).toEqual({ limit: '6' });
    const matrix = wrapper.find('[aria-labelledby=h-matriks] table');
    expect(matrix.findAll('thead th').map((one) => one.text())).toEqual(['Keluarga', 'Rumah', 'Air', 'Sisa']);
    const cells = matrix.findAll('tbody th, tbody td').map((one) => one.text());
    expect(cells).toEqual(['Ni Luh ContohPedawa', 'Menunggu jawaban OPD', 'Belum diminta', '2']);
  });

  it('names no family to whom may not read one', async () => {
    signedIn('progress.read');
    const wrapper = await show(WhyNotZero);
    expect(wrapper.find('.open').exists()).toBe(false);
    expect(wrapper.findAll('table button')).toEqual([]);
    expect(server.last(FAMILIES)).toBeUndefined();
  });
});
