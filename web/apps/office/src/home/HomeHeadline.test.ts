import type { Pace, PaceRow, ProgressRow } from '@tuntas/contract';
import { describe, expect, it } from 'vitest';
import { show } from '../testing/office.ts';
import HomeHeadline from './HomeHeadline.vue';

const row: PaceRow = {
  key: '51.08',
  name: 'Buleleng',
  total: 5314,
  days: [{ day: '2023-02-03', visited: 552 }],
  ratePerDay: 138,
  neededPerDay: 239,
  forecast: { finish: '2023-03-12', low: '2023-03-03', high: '2023-03-26' },
  leftAtDeadline: 2002,
};
const pace: Pace = { asOf: '2023-02-06', unit: 'family', opens: '2023-02-01', deadline: '2023-02-25', rows: [row] };
const total: ProgressRow = {
  key: '51.08',
  name: 'Buleleng',
  total: 5314,
  assigned: 5314,
  visited: 552,
  approved: 412,
  waiting: 138,
  returned: 2,
  findings: {},
  contacts: {},
};

const lead = { pace, row, total, revisits: 0, officers: 83 };

async function headline(change: Partial<PaceRow>, asOf = pace.asOf): Promise<string> {
  const wrapper = await show(HomeHeadline, { ...lead, pace: { ...pace, asOf }, row: { ...row, ...change } });
  return wrapper.find('h1').text();
}

describe('The sentence of the home page', () => {
  it('says how late it will be at this pace', async () => {
    expect(await headline({})).toBe('552 dari 5.314 keluarga sudah diverval; dengan laju ini selesai 12 Maret, 15 hari lewat batas.');
  });

  it('says that the deadline holds', async () => {
    expect(await headline({ forecast: { finish: '2023-02-20', low: '2023-02-18', high: '2023-02-22' } })).toContain(
      'selesai 20 Februari, sebelum batas 25 Februari',
    );
  });

  it('forecasts nothing before there is a pace', async () => {
    expect(await headline({ days: [], forecast: null })).toBe('0 dari 5.314 keluarga sudah diverval; laju belum dapat diperkirakan.');
  });

  it('says that all are done', async () => {
    expect(await headline({ total: 552, forecast: null })).toContain('Semua 552 keluarga sudah diverval');
  });

  it('counts the days after the deadline', async () => {
    expect(await headline({}, '2023-03-08')).toContain('4.762 tertinggal, batas sudah lewat 11 hari');
  });

  it('says beside it how far the deadline is, and after it for how long it is past', async () => {
    const beside = async (asOf: string) => {
      const wrapper = await show(HomeHeadline, { ...lead, pace: { ...pace, asOf } });
      return wrapper.find('.left p').text();
    };
    expect(await beside('2023-02-24')).toBe('1 hari menuju batas verval');
    expect(await beside('2023-02-25')).toBe('0 hari menuju batas verval');
    expect(await beside('2023-03-08')).toBe('11 hari lewat batas verval 25 Februari');
  });

  it('tells what is approved from what was only sent', async () => {
    const wrapper = await show(HomeHeadline, lead);
    expect(wrapper.find('.split').text()).toBe('412 sudah disetujui, 138 menunggu tinjauan, 2 dikembalikan.');
  });

  it('counts the re-visits that wait for review, too', async () => {
    const wrapper = await show(HomeHeadline, { ...lead, total: { ...total, waiting: 0 }, revisits: 1 });
    expect(wrapper.find('.split').text()).toBe(
      '412 sudah disetujui, 0 menunggu tinjauan, 2 dikembalikan. 1 kunjungan ulang menunggu tinjauan.',
    );
  });

  it('says what each officer would have to do', async () => {
    const wrapper = await show(HomeHeadline, lead);
    expect(wrapper.text()).toContain('83 petugas perlu naik dari 1,7 menjadi 2,9 kunjungan per hari');
    expect(wrapper.text()).toContain('angka sampai 6 Februari 2023, satuan keluarga');
  });
});
