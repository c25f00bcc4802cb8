import type { WaitingItem } from '@tuntas/contract';
import { describe, expect, it } from 'vitest';
import { session } from '../session.ts';
import { TestServer, show, signedIn } from '../testing/office.ts';
import HomeProgress from './HomeProgress.vue';

const ROUND = 'GET /api/v1/rounds/BLL-2023-1';
const row = {
  ...{ key: '51.08', name: 'Buleleng', total: 5314, ratePerDay: 0, neededPerDay: null, forecast: null, leftAtDeadline: null },
  days: [
    { day: '2023-02-24', visited: 5255 },
    { day: '2023-02-25', visited: 0 },
  ],
};
const counted = {
  ...{ key: '51.08', name: 'Buleleng', total: 5314, assigned: 5314, visited: 5255, approved: 5255, waiting: 0, returned: 0 },
  ...{ findings: {}, contacts: {} },
};
const waits = (what: WaitingItem['what']): WaitingItem => ({
  ...{ what, who: 'Ani Contoh', region: '51.08.01', regionName: 'Gerokgak', count: 12, oldestDay: '2023-02-24' },
});

async function home(asOf: string, decrees: readonly unknown[] = [], districts: readonly unknown[] = [row, { ...row, key: '2' }]) {
  signedIn('progress.read');
  const pace = { asOf, unit: 'family', opens: '2023-02-01', deadline: '2023-02-25', rows: [row] };
  new TestServer()
    .on(`${ROUND}/pace`, pace)
    .on(`${ROUND}/pace`, { ...pace, rows: districts })
    .on(`${ROUND}/progress`, { asOf, unit: 'family', rows: [counted] })
    .on(`${ROUND}/waiting`, { asOf, unit: 'family', items: [waits('silentOfficer'), waits('revisit'), waits('revisitReview')] })
    .on(`${ROUND}/decree`, { decrees })
    .on('GET /api/v1/regions', { items: [], next: null });
  if (session.app) session.app = { ...session.app, today: asOf };
  return show(HomeProgress, { round: session.app?.round });
}

describe('Home of who watches a round', () => {
  it('says since when nothing was sent instead of a forecast', async () => {
    const wrapper = await home('2023-03-08');
    expect(wrapper.find('#h-laju + p').text()).toBe('Tanpa kiriman sejak 24 Feb: tidak ada perkiraan');
    expect(wrapper.find('table.kec').text()).toContain('tanpa kiriman sejak 24 Feb');
    expect(wrapper.find('details.verval').exists()).toBe(false);
    expect(wrapper.text()).toContain('Petugas tanpa kiriman');
  });

  it('folds the verification into one line under a decree, and calls nobody for visits', async () => {
    const wrapper = await home('2023-10-18', [{ number: '460/1/2023', decidedOn: '2023-03-31' }]);
    const fold = wrapper.get<HTMLDetailsElement>('details.verval');
    expect(fold.element.open).toBe(false);
    expect(fold.get('summary').text()).toBe('Verval: 5.255 dari 5.314 keluarga sudah diverval, batas 25 Februari 2023');
    expect(fold.find('#h-laju').exists()).toBe(true);
    expect(fold.find('#h-tunggu').exists()).toBe(false);
    expect(wrapper.findAll('.todo h3').map((one) => one.text())).toEqual([
      '12 kunjungan ulang belum dilakukan',
      '12 kunjungan ulang menunggu tinjauan',
    ]);
  });

  it('counts re-visits among what waits for review', async () => {
    expect((await home('2023-03-08')).find('#h-hasil + p').text()).toBe('12 menunggu tinjauan');
  });

  it('opens the villages to who answers for one district', async () => {
    expect((await home('2023-02-06')).get('.seg [aria-pressed=true]').text()).toBe('Kecamatan');
    const wrapper = await home('2023-02-06', [], [row]);
    expect(wrapper.findAll('.seg button').map((one) => one.text())).toEqual(['Desa', 'Petugas']);
    expect(wrapper.get('.seg [aria-pressed=true]').text()).toBe('Desa');
    expect(wrapper.find('table.kec').exists()).toBe(false);
  });
});
