import type { CaseSummary } from '@tuntas/contract';
import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { TestServer, show, signedIn } from '../testing/office.ts';
import CaseListPage from './CaseListPage.vue';

const family = (id: string, name: string): CaseSummary => ({
  id,
  number: '000123-4',
  name,
  address: 'Banjar Dinas Contoh',
  village: '51.08.04.2001',
  villageName: 'Pedawa',
  districtName: 'Banjar',
  state: 'visited',
  officer: { id: 'o-1', name: 'Ani Contoh' },
  finding: 'poor',
  contact: 'found',
  lastVisitAt: '2023-02-04T02:42:00Z',
  lat: null,
  lng: null,
  warnings: 1,
  rosterStatus: 'listed',
});
let server: TestServer;
beforeEach(() => {
  server = new TestServer();
  signedIn('case.read');
  server.on('GET /api/v1/regions', { items: [{ code: '51.08.04.2001', name: 'Pedawa', level: 'village' }], next: null });
});

describe('The list of families', () => {
  it('asks the server with what the address says', async () => {
    server.on('GET /api/v1/cases', { items: [family('c-1', 'Ni Luh Contoh')], next: null, total: 1 });
    const page = await show(CaseListPage, {}, '/keluarga?q=ni+loh&state=visited');
    const asked = server.last('GET /api/v1/cases')?.query;
    expect([asked?.get('q'), asked?.get('state'), asked?.get('round')]).toEqual(['ni loh', 'visited', 'BLL-2023-1']);
    expect(page.find('tbody tr').text()).toContain('Menunggu tinjauan');
    expect(page.find('tbody tr').text()).toContain('Fakir miskin');
  });

  it('marks a family that the newest list lacks', async () => {
    const dropped: CaseSummary = { ...family('c-2', 'I Made Contoh'), rosterStatus: 'dropped' };
    server.on('GET /api/v1/cases', { items: [family('c-1', 'Ni Luh Contoh'), dropped], next: null, total: 2 });
    const page = await show(CaseListPage, {}, '/keluarga');
    const marked = page.findAll('tbody tr').map((row) => row.text().includes('tidak ada lagi di daftar'));
    expect(marked).toEqual([false, true]);
  });

  it('keeps a chosen filter in the address, so that it can be shared and gone back to', async () => {
    server.on('GET /api/v1/cases', { items: [], next: null, total: 0 });
    const page = await show(CaseListPage, {}, '/keluarga?q=luh');
    await page.find('#k-keadaan').setValue('returned');
    await flushPromises();
    expect(page.vm.$router.currentRoute.value.fullPath).toBe('/keluarga?q=luh&state=returned');
    expect(server.last('GET /api/v1/cases')?.query.get('state')).toBe('returned');
    expect(page.text()).toContain('Tidak ada keluarga yang cocok');
  });

  it('goes on where the last page ended', async () => {
    server
      .on('GET /api/v1/cases', { items: [family('c-1', 'Ni Luh Contoh')], next: 'k1', total: 2 })
      .on('GET /api/v1/cases', { items: [family('c-2', 'I Made Contoh')], next: null, total: 2 });
    const page = await show(CaseListPage, {}, '/keluarga');
    expect(page.text()).toContain('dari 1 sisanya');
    await page
      .findAll('button')
      .find((one) => one.text().includes('sisanya'))
      ?.trigger('click');
    await flushPromises();
    expect(server.last('GET /api/v1/cases')?.query.get('after')).toBe('k1');
    expect(page.findAll('tbody tr')).toHaveLength(2);
  });

  it('shows the sentence for a misread case number', async () => {
    server.on(
      'GET /api/v1/cases',
      { code: 'case-number-check', title: 'Nomor keluarga keliru', detail: 'Angka periksa tidak cocok.' },
      422,
    );
    const page = await show(CaseListPage, {}, '/keluarga?q=0001235');
    expect(page.find('[role=alert]').text()).toContain('Angka periksa tidak cocok.');
  });
});
