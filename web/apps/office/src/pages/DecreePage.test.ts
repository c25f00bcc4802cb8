import type { DecreeShow, DraftFamily } from '@tuntas/contract';
import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { aDecree, aDraft, aDraftFamily } from '../decree/testing.ts';
import { TestServer, show, signedIn } from '../testing/office.ts';
import DecreePage from './DecreePage.vue';

const DECREE = 'GET /api/v1/rounds/BLL-2023-1/decree';
const DRAFT = 'GET /api/v1/rounds/BLL-2023-1/decree/draft';
let server: TestServer;

beforeEach(() => {
  server = new TestServer();
});

async function page(decree: DecreeShow = aDecree(), families: readonly DraftFamily[] = [aDraftFamily()]) {
  server.on(DECREE, decree).on(DRAFT, { items: families, next: null });
  return show(DecreePage, {}, '/sk');
}

describe('The draft decree', () => {
  it('begins with whom it names, in families and persons, and how many villages are done', async () => {
    signedIn('progress.read', 'case.read');
    const wrapper = await page();
    expect(wrapper.find('.finding').text()).toBe(
      'Konsep SK: 3 keluarga, 11 jiwa, dari 1 desa yang sudah menutup musyawarah. Desa di putaran ini: 2.',
    );
  });

  it('leads from what holds it back to the page that settles it, if one may open that', async () => {
    signedIn('progress.read', 'case.read');
    const wrapper = await page();
    const holdups = wrapper.findAll('section[aria-labelledby=h-tahan] li');
    expect(holdups.map((one) => one.text())).toEqual([
      '4 keluargadesanya belum menutup musyawarahKe musyawarah',
      '2 kunjunganbertentangan dan belum diputuskan',
    ]);
    expect(holdups[0]?.find('a').attributes('href')).toBe('/musyawarah');
  });

  it('says when nothing holds it back', async () => {
    signedIn('progress.read');
    const wrapper = await page(aDecree({ draft: aDraft({ holdups: [] }) }));
    expect(wrapper.text()).toContain('Tidak ada yang menahan.');
  });

  it('goes from the roster to the list line by line', async () => {
    signedIn('progress.read');
    const wrapper = await page();
    const lines = wrapper.findAll('section[aria-labelledby=h-banding] tbody tr').map((row) =>
      row
        .findAll('th, td')
        .map((cell) => cell.text())
        .join(' '),
    );
    expect(lines).toEqual([
      'Data P3KE 8 31 30',
      'Fakir miskin −2 −9 −9',
      'Belum selesai −4 −14 −14',
      'Tambahan di luar data P3KE +1 0 +4',
      'Masuk SK 3 8 11',
    ]);
  });

  it('shows names to those who may read families, and asks anew for another line', async () => {
    signedIn('progress.read', 'case.read');
    const wrapper = await page();
    expect(wrapper.find('section[aria-labelledby=h-nama] tbody tr').text()).toContain('Ni Luh Contoh');
    await wrapper.find('#sk-putusan').setValue('moved');
    await flushPromises();
    expect(server.last(DRAFT)?.query.get('verdict')).toBe('moved');
  });

  it('shows a leader the counts and no name', async () => {
    signedIn('progress.read');
    const wrapper = await page();
    expect(wrapper.text()).not.toContain('Ni Luh Contoh');
    expect(server.last(DRAFT)).toBeUndefined();
  });

  it('says so when the round has no families', async () => {
    signedIn('progress.read');
    const wrapper = await page(aDecree({ draft: aDraft({ villages: 0, districts: [] }) }));
    expect(wrapper.text()).toContain('Belum ada keluarga di putaran ini');
  });
});
