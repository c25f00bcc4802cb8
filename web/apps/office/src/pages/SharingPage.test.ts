import type { SharedFamily, SharingExplanation, SharingFigures, SharingShow } from '@tuntas/contract';
import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { TestServer, show, signedIn } from '../testing/office.ts';
import SharingPage from './SharingPage.vue';

const figures: SharingFigures = { families: 1, needs: 1, weighted: 3203, pillars: 1, inequality: 500, cost: 20_000_000, requests: 1 };
const plan: SharingShow = {
  id: 's-1',
  state: 'proposed',
  terms: { budgets: { apbdRegency: 20_000_000 }, step: 10, confirmedOnly: true, seed: 1 },
  jobId: 'j-1',
  version: 3,
  digest: 'ab12',
  figures,
  programmes: [{ id: 'p-1', name: 'Perbaikan rumah', pillar: 3, funding: 'apbdRegency', fits: 2, given: 1, cost: 20_000_000, quotas: [] }],
  budgets: [{ funding: 'apbdRegency', rupiah: 20_000_000, asked: 0, given: 20_000_000 }],
  villages: [{ village: '51.08.04.2001', villageName: 'Pedawa', needs: 2, asked: 0, met: 1 }],
};
const family: SharedFamily = {
  caseId: 'c-2',
  number: '000124-2',
  name: 'Made Contoh',
  villageName: 'Pedawa',
  rank: 2,
  people: 3,
  spending: 250_000,
  needs: ['housing'],
  asked: [],
  met: [],
  given: [],
};
const explanation: SharingExplanation = {
  programmeId: 'p-1',
  programme: 'Perbaikan rumah',
  given: false,
  pinned: false,
  may: true,
  reasons: [{ why: 'budget', needs: [], what: 'apbdRegency', units: 20_000_000, asked: 0, holders: 1, worseOff: 1, equally: 0 }],
};
const line = { id: 's-1', state: 'proposed', by: 'Citra', createdAt: '2023-02-06T00:00:00Z', families: 1, requests: 1 };
let server: TestServer;

/** An office whose newest sharing is seen as each of these in turn. */
const office = (...seen: readonly SharingShow[]): TestServer =>
  seen.reduce(
    (known, one) => known.on('GET /api/v1/sharings/s-1', one),
    new TestServer().on('GET /api/v1/sharings', {
      items: [line],
      next: null,
    }),
  );

beforeEach(() => {
  server = office(plan)
    .on('GET /api/v1/sharings/s-1/families', { items: [family], next: null })
    .on('GET /api/v1/sharings/s-1/families/c-2', { items: [explanation], next: null });
  signedIn('intervention.manage');
});

describe('Sharing out quota and budget', () => {
  it('is told in families, needs and money, and to a family why it gets nothing', async () => {
    const wrapper = await show(SharingPage);
    expect(wrapper.text()).toContain('1 keluarga mendapat program; 1 dari 2 kebutuhan yang masih terbuka terpenuhi');
    await wrapper.find('.family .head').trigger('click');
    await flushPromises();
    expect(wrapper.find('.reasons').text()).toContain('1 di antaranya lebih berat dan 0 sama beratnya');
  });

  it('says who loses before a person adds one, and keeps it with the version that was seen', async () => {
    server
      .on('POST /api/v1/sharings/s-1/preview', {
        before: figures,
        after: { ...figures, weighted: 163 },
        moved: [{ caseId: 'c-1', number: '000123-4', name: 'Ni Luh Contoh', villageName: 'Pedawa', programme: 'Perbaikan rumah' }],
      })
      .on('POST /api/v1/sharings/s-1/choices', { before: figures, after: figures, moved: [] });
    const wrapper = await show(SharingPage);
    await wrapper.find('.family .head').trigger('click');
    await flushPromises();
    const add = wrapper.findAll('.family button').find((one) => one.text().startsWith('Tambah'));
    await add?.trigger('click');
    await flushPromises();
    expect(wrapper.find('dialog').text()).toContain('Nilai menurut beratnya keadaan: 3.203 menjadi 163.');
    expect(wrapper.find('dialog').text()).toContain('Ni Luh Contoh (Pedawa): Perbaikan rumah');
    await wrapper.find('dialog .go').trigger('click');
    await flushPromises();
    const sent = server.last('POST /api/v1/sharings/s-1/choices');
    expect(sent?.body).toEqual({ caseId: 'c-2', programmeId: 'p-1', given: true });
    expect(sent?.headers.get('If-Match')).toBe('"3"');
  });

  it('whose work has failed is not waited for, and is worked out again', async () => {
    const stopped: SharingShow = { ...plan, state: 'stopped', digest: null, figures: null, programmes: [], budgets: [], villages: [] };
    server = office(stopped, plan)
      .on('GET /api/v1/sharings/s-1/families', { items: [family], next: null })
      .on('POST /api/v1/sharings/s-1/again', { id: 's-1', jobId: 'j-2' }, 202)
      .on('GET /api/v1/jobs/j-2', { id: 'j-2', state: 'done', done: 1, total: 1, stage: null, result: null, problem: null });
    const wrapper = await show(SharingPage);
    expect(server.last('GET /api/v1/jobs/j-1')).toBeUndefined();
    await wrapper.find('.note button').trigger('click');
    await flushPromises();
    expect(server.last('POST /api/v1/sharings/s-1/again')?.headers.get('If-Match')).toBe('"3"');
    expect(wrapper.text()).toContain('1 keluarga mendapat program');
  });

  it('keeps the older ones of the round to be read: when, by whom, what each gave', async () => {
    const older = { ...line, id: 's-0', state: 'committed', by: 'Dewa', createdAt: '2023-02-05T00:00:00Z', families: 7, requests: 9 };
    server = new TestServer()
      .on('GET /api/v1/sharings', { items: [line, older], next: null })
      .on('GET /api/v1/sharings/s-0', { ...plan, id: 's-0', figures: { ...figures, families: 7 } })
      .on('GET /api/v1/sharings/s-0/families', { items: [family], next: null })
      .on('GET /api/v1/sharings/s-0/families/c-2', { items: [explanation], next: null });
    const wrapper = await show(SharingPage, {}, '/pembagian?ke=s-0');
    const rows = wrapper.findAll('[aria-labelledby=h-riwayat-pembagian] tbody tr');
    expect(rows.map((one) => one.findAll('td').map((cell) => cell.text()))).toEqual([
      ['Citra', 'Usul', '1', '1'],
      ['Dewa', 'Diajukan ke OPD', '7', '9'],
    ]);
    expect(rows[0]?.find('a').attributes('href')).toBe('/pembagian');
    expect(rows[1]?.find('a').attributes('aria-current')).toBe('true');
    expect(wrapper.text()).toContain('Ini pembagian yang lebih lama, untuk dibaca saja.');
    expect(wrapper.text()).toContain('7 keluarga mendapat program');
    await wrapper.find('.family .head').trigger('click');
    await flushPromises();
    expect(wrapper.findAll('button').map((one) => one.text())).not.toContain('Hitung ulang');
    expect(wrapper.findAll('.family .acts')).toHaveLength(0);
  });

  it('asks the agencies only after a last look', async () => {
    server
      .on('POST /api/v1/sharings/s-1/commit', { id: 's-1', jobId: 'j-2' }, 202)
      .on('GET /api/v1/jobs/j-2', { id: 'j-2', state: 'done', done: 1, total: 1, stage: null, result: null, problem: null });
    const wrapper = await show(SharingPage);
    const ask = wrapper.findAll('button').find((one) => one.text() === 'Ajukan 1 permintaan ke OPD');
    await ask?.trigger('click');
    expect(server.last('POST /api/v1/sharings/s-1/commit')).toBeUndefined();
    await wrapper.find('dialog .go').trigger('click');
    await flushPromises();
    expect(server.last('POST /api/v1/sharings/s-1/commit')?.headers.get('If-Match')).toBe('"3"');
  });
});
