import type { PlanCounts, ZeroFamily, ZeroShow } from '@tuntas/contract';
import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { TestServer, show, signedIn } from '../testing/office.ts';
import ZeroPage from './ZeroPage.vue';

const ZERO = 'GET /api/v1/rounds/BLL-2023-1/zero';
const FAMILIES = `${ZERO}/families`;
const WATCHES = 'GET /api/v1/rounds/BLL-2023-1/watches';
const count = (families: number) => ({ families, persons: families * 3 });
const roster = { poor: count(4379), notPoor: count(481), notFound: count(85), deceased: count(19), duplicate: count(1) };
const zero: ZeroShow = {
  round: 'BLL-2023-1',
  opens: '2023-02-01',
  zeroDate: '2023-08-25',
  asOf: '2023-10-18',
  since: null,
  place: {
    code: null,
    name: 'Putaran verval Februari 2023',
    roster: { ...roster, graduated: count(9), awaitingHelp: count(340) },
    added: {},
    villages: 148,
    villagesAtZero: 31,
    villagesAtZeroByHelp: 2,
    missing: { openFamilies: 117 },
    nominations: 0,
  },
  below: [
    {
      code: '51.08.04',
      name: 'Banjar',
      roster: { poor: count(3), awaitingHelp: count(1) },
      added: {},
      villages: 1,
      villagesAtZero: 0,
      villagesAtZeroByHelp: 0,
      missing: { openFamilies: 1, nominations: 1 },
      nominations: 2,
    },
  ],
  moves: [],
  resized: {},
  deciders: [
    { act: 'proposed', actorId: 'o-1', name: 'Ani Contoh', role: 'officer', count: count(4900) },
    { act: 'overruled', actorId: 'o-2', name: 'Budi Contoh', role: 'districtCoordinator', count: count(65) },
  ],
  declined: [{ villageName: 'Pedawa', districtName: 'Banjar', name: 'Budi Contoh', nominations: 58, objections: 0 }],
  unplanned: count(66),
};
const family: ZeroFamily = {
  id: 'c-1',
  number: '000123-4',
  name: 'Ni Luh Contoh',
  villageName: 'Pedawa',
  standing: 'poor',
  before: null,
  persons: 3,
  since: '2023-02-20',
  said: [
    { step: 'proposed', who: 'Ani Contoh', contact: 'found', finding: 'extremelyPoor', detail: null },
    { step: 'overruled', who: 'Budi Contoh', contact: null, finding: 'poor', detail: '2023-02-21' },
  ],
};
const plan = (programme: string, districtName: string, begun: number, finished: number, later: number): PlanCounts => ({
  ...{ programmeId: programme, programme, district: districtName, districtName },
  ...{ begun, finished, later },
});
const plans = [
  plan('Sembako', 'Banjar', 349, 300, 0),
  plan('Rehabilitasi RTLH', 'Banjar', 101, 1, 20),
  plan('Rehabilitasi RTLH', 'Sukasada', 182, 8, 46),
];
let server: TestServer;

function served(watches: readonly unknown[], shown = zero, listed = family): TestServer {
  const none = { asOf: '2023-10-18', families: 0, converged: 0, needs: 0, met: 0, unshown: 0, byNeed: [], byVillage: [], byAgency: [] };
  return new TestServer()
    .on(ZERO, shown)
    .on(FAMILIES, { items: [listed], next: null })
    .on('GET /api/v1/convergence', none)
    .on('GET /api/v1/convergence/plans', { asOf: '2023-10-18', year: 2023, items: plans })
    .on(WATCHES, { items: watches, next: null });
}

beforeEach(() => {
  server = served([]);
  signedIn('progress.read', 'case.read');
});

describe('The zero page', () => {
  it('tells examined and helped apart, and that the target was missed and what is left for the next year', async () => {
    const text = (await show(ZeroPage)).text();
    expect(text).toContain('Mengapa 5.314 menjadi 340: 4.965 karena diperiksa, 9 karena dibantu');
    expect(text).toContain('54 hari lewat target 25 Agustus 2023');
    expect(text).toContain('340keluarga masih miskin ekstrem. Angka turun 4.965 karena diperiksa, dan 9 karena dibantu.');
    expect(text).toContain('Target nol 25 Agustus 2023 meleset. 340 keluarga tersisa, 54 hari lewat.');
    expect(text).toContain(
      'Untuk 66 keluarga dari SK belum ada bantuan, atau ada yang baru dijadwalkan sesudah akhir 2023: tersisa untuk 2024.',
    );
    expect(text).toContain('93 dari 100 keluar dari daftar sebelum ada bantuan apa pun.');
  });

  it('says in words what the rest waits for where all of it waits for the same', async () => {
    const falls = async (rest: ZeroShow['place']['roster']) => {
      server = served([], { ...zero, place: { ...zero.place, roster: { ...roster, ...rest } } });
      return (await show(ZeroPage)).find('.falls').text();
    };
    expect(await falls({ awaitingHelp: count(349) })).toContain('Semuanya: Dalam SK, menunggu bantuan.');
    expect(await falls({ graduated: count(9), awaitingHelp: count(340) })).not.toContain('Semuanya');
  });

  it('says what a village lacks, and how many of them are at zero', async () => {
    const rows = (await show(ZeroPage)).findAll('[aria-labelledby="h-wilayah"] tbody tr').map((one) => one.text());
    expect(rows[0]).toContain('31 dari 148 desa: 29 karena diperiksa, 2 karena dibantu');
    expect(rows[1]).toContain('Belum: keluarga belum nol; 2 usulan menunggu');
  });

  it('leads from who did it to the families, and each tells who said what', async () => {
    const wrapper = await show(ZeroPage);
    await wrapper.find('button[aria-label="65, Musyawarah memegang kelayakan lain"]').trigger('click');
    await flushPromises();
    expect(Object.fromEntries(server.last(FAMILIES)?.query ?? [])).toEqual({ act: 'overruled', limit: '50' });
    expect(wrapper.text()).toContain('Temuan petugas Ani Contoh: Miskin ekstrem');
    expect(wrapper.text()).toContain('Musyawarah memegang Fakir miskin, 21 Februari 2023 (dicatat Budi Contoh)');
  });

  it('tells what is begun, finished and left for a later year by programme, and of the one that is left by district', async () => {
    const wrapper = await show(ZeroPage);
    const rows = () => wrapper.findAll('[aria-labelledby="h-rencana"] tbody tr').map((one) => one.text());
    expect(rows()).toEqual(['Rehabilitasi RTLH283966', 'Banjar101120', 'Sukasada182846', 'Sembako3493000']);
    await wrapper.find('[aria-labelledby="h-rencana"] tbody:last-child button').trigger('click');
    expect(rows()).toEqual(['Rehabilitasi RTLH283966', 'Sembako3493000', 'Banjar3493000']);
  });

  it('tells who declined what citizens sent, by village', async () => {
    expect((await show(ZeroPage)).text()).toContain('Pedawa, BanjarBudi Contoh580');
  });

  it('says of every open family who has to act, and since how many days', async () => {
    const waiting: ZeroFamily = { ...family, standing: 'awaitingMeeting', since: '2023-10-08' };
    const rest = { awaitingMeeting: count(2), awaitingHelp: count(340) };
    server = served([], { ...zero, place: { ...zero.place, roster: { ...roster, ...rest } } }, waiting);
    const wrapper = await show(ZeroPage);
    const waits = wrapper.findAll('button').filter((one) => one.text().includes(' keluarga: '));
    expect(waits.map((one) => one.text())).toEqual(['2 keluarga: Menunggu musyawarah']);
    await waits[0]?.trigger('click');
    await flushPromises();
    expect(Object.fromEntries(server.last(FAMILIES)?.query ?? [])).toEqual({ standing: 'awaitingMeeting', limit: '50' });
    expect(wrapper.find('.family').text()).toContain('Menunggu keputusan musyawarah desa. 10 hari');
  });

  it('looks into a place and at another day', async () => {
    const wrapper = await show(ZeroPage);
    await wrapper
      .findAll('table button')
      .find((one) => one.text() === 'Banjar')
      ?.trigger('click');
    await flushPromises();
    await wrapper.find('input[type=date]').setValue('2023-03-08');
    await flushPromises();
    expect(Object.fromEntries(server.last(ZERO)?.query ?? [])).toEqual({ day: '2023-03-08', within: '51.08.04' });
    expect(server.asked.filter((one) => one.path.endsWith('/convergence'))).toHaveLength(1);
  });

  it('tells what the newest drawn watch found, with its interval, and nothing of one that is prepared', async () => {
    const prepared = { id: 'w2', opensOn: '2024-01-10', perStratum: 5, seedHash: 'ab', seed: null, drawnAt: null };
    const estimate = { measured: 38, poor: 2, absent: 7, covered: 4200, share: 0.05, low: 0.01, high: 0.17 };
    const drawn = { ...prepared, id: 'w1', opensOn: '2023-10-02', seed: 's', drawnAt: '2023-10-02T01:00:00Z' };
    const counts = { families: 4974, drawn: 90, visited: 40 };
    served([
      { ...prepared, ...counts, estimate: null },
      { ...drawn, ...counts, estimate },
    ]);
    const wrapper = await show(ZeroPage);
    await flushPromises();
    const text = wrapper.text();
    expect(text).toContain('Undian 2 Oktober 2023 di seluruh kabupaten.');
    expect(text).toContain('90 dari 4.974 keluarga diundi; 40 kunjungan disetujui.');
    expect(text).toMatch(/5,0\s% miskin ekstrem \(95 %: 1,0\s% sampai 17,0\s%\), dari 38 kunjungan/);
    expect(text).toContain('7 di antaranya membenarkan bahwa keluarga yang dulu tidak dijumpai memang tidak ada');
  });

  it('tells in persons how lists changed under families that stayed where they were', async () => {
    server = served([], {
      ...zero,
      since: '2023-03-08',
      moves: [{ from: 'inReview', to: 'poor', count: count(2) }],
      resized: { awaitingHelp: { families: 2, persons: 3 }, poor: { families: 1, persons: -1 } },
    });
    const wrapper = await show(ZeroPage);
    const rows = () => wrapper.findAll('[aria-labelledby=h-pindah] tbody tr').map((row) => row.text());
    expect(rows()).toHaveLength(1);
    await wrapper
      .findAll('button')
      .find((one) => one.text() === 'Jiwa')
      ?.trigger('click');
    await flushPromises();
    expect(rows()[1]).toBe('Dalam SK, menunggu bantuanJumlah anggota di data P3KE berubah (2 keluarga)+3');
    expect(rows()[2]).toMatch(/^Fakir miskin.*\(1 keluarga\)−1$/);
  });

  it('names no family to whom may not read one', async () => {
    signedIn('progress.read');
    const wrapper = await show(ZeroPage);
    expect(wrapper.findAll('td button')).toEqual([]);
    expect(server.last(FAMILIES)).toBeUndefined();
  });
});
