import type { WaitingItem } from '@tuntas/contract';
import { describe, expect, it } from 'vitest';
import { show, signedIn } from '../testing/office.ts';
import WaitingList from './WaitingList.vue';

const waits = (what: WaitingItem['what'], who: string, regionName: string, count: number): WaitingItem => ({
  ...{ what, who, region: regionName, regionName, count, oldestDay: '2023-02-03' },
});
const list = (...items: readonly WaitingItem[]) => show(WaitingList, { items, asOf: '2023-02-06' });

describe('What waits', () => {
  it('is told once where it waits alike, and opens', async () => {
    signedIn('visit.review');
    const page = await list(
      waits('review', 'Budi', 'Sukasada', 31),
      waits('silentOfficer', 'Ani', 'Banjar', 62),
      waits('review', 'Hana', 'Gerokgak', 65),
      waits('silentOfficer', 'Iwan', 'Banjar', 9),
    );
    expect(page.findAll('h3').map((one) => one.text())).toEqual([
      '96 kunjungan menunggu tinjauan',
      'Petugas tanpa kiriman; 71 keluarga belum dikunjungi',
    ]);
    expect(page.findAll('summary').map((one) => one.text())).toEqual([
      'di 2 kecamatan, terbanyak Gerokgak 65',
      'pada 2 petugas, terbanyak Ani 62',
    ]);
    const opened = page.findAll('details')[0]?.findAll('li') ?? [];
    expect(opened.map((one) => one.get('p').text())).toEqual([
      '31 · Budi · SukasadaTertua sejak 3 Februari 2023 (3 hari)',
      '65 · Hana · GerokgakTertua sejak 3 Februari 2023 (3 hari)',
    ]);
    expect(opened[1]?.get('a').attributes('href')).toBe('/tinjauan?district=Gerokgak');
  });

  it('stands open where it waits once', async () => {
    const page = await list(waits('review', 'Budi', 'Sukasada', 31));
    expect(page.find('details').exists()).toBe(false);
    expect(page.get('.todo').text()).toContain('31 kunjungan menunggu tinjauanBudi · SukasadaTertua sejak 3 Februari 2023');
  });
});
