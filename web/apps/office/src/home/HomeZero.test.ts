import { describe, expect, it } from 'vitest';
import { TestServer, show, signedIn } from '../testing/office.ts';
import HomeZero from './HomeZero.vue';

const ROUND = 'GET /api/v1/rounds/BLL-2023-1';
const count = (families: number) => ({ families, persons: families * 3 });
const place = {
  ...{ code: null, name: 'Buleleng', villages: 148, villagesAtZero: 0, villagesAtZeroByHelp: 0, missing: {}, nominations: 0, added: {} },
  roster: { notPoor: count(4_900), graduated: count(5), awaitingDecree: count(65), awaitingHelp: count(344) },
};
const zero = {
  ...{ round: 'BLL-2023-1', opens: '2023-01-30', zeroDate: '2023-08-03', asOf: '2023-10-18', since: null, below: [] },
  ...{ moves: [], deciders: [], declined: [], unplanned: count(0), place },
};
const decree = { number: '460/1/2023', decidedOn: '2023-03-31' };
const agency = { needs: 300, lacks: { nothing: 20, delivery: 280 }, longest: 120 };
const convergence = {
  ...{ asOf: '2023-10-18', families: 344, converged: 0, needs: 310, met: 20, unshown: 0, byNeed: [], byVillage: [], means: [] },
  byAgency: [
    { key: 'a-1', name: 'Dinas Perkimta', ...agency },
    { key: 'none', name: null, needs: 8, lacks: { request: 8 }, longest: 220 },
    { key: 'a-2', name: 'Dinas Sosial', needs: 2, lacks: { nothing: 2 }, longest: 0 },
  ],
};

async function home(decrees: readonly unknown[], zeroDate = zero.zeroDate) {
  signedIn('progress.read');
  new TestServer().on(`${ROUND}/zero`, { ...zero, zeroDate }).on('GET /api/v1/convergence', convergence);
  return show(HomeZero, { round: 'BLL-2023-1', decrees });
}

describe('Home after the visits', () => {
  it('says how far it is to zero, since when the target is missed and what holds it back', async () => {
    const wrapper = await home([decree]);
    expect(wrapper.find('.lead > b').text()).toBe('409');
    expect(wrapper.find('.meta').text()).toBe('76 hari lewat target 3 Agustus 2023 · SK 460/1/2023, 31 Maret 2023');
    expect(wrapper.find('h1').text()).toContain('keluarga belum nol, 409 di antaranya miskin ekstrem.');
    expect(wrapper.findAll('li').map((one) => one.text())).toEqual([
      'Menunggu SK: 65 keluarga',
      'Dalam SK, menunggu bantuan: 344 keluarga',
      'Dinas Perkimta: 280 kebutuhan belum terpenuhi, terlama 120 hari',
      'Belum diminta ke OPD mana pun: 8 kebutuhan belum terpenuhi, terlama 220 hari',
    ]);
    expect(wrapper.find('a.btn').attributes('href')).toBe('/menuju-nol');
  });

  it('tells the days that are left, amendments, and that there is no decree yet', async () => {
    expect((await home([decree, decree], '2023-12-31')).find('.meta').text()).toBe(
      '74 hari menuju target nol 31 Desember 2023 · SK 460/1/2023, 31 Maret 2023, diubah 1 kali',
    );
    expect((await home([])).find('.meta').text()).toContain('SK Bupati belum ditetapkan');
  });
});
