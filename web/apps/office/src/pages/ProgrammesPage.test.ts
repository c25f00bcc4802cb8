import type { Programme } from '@tuntas/contract';
import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { TestServer, show, signedIn } from '../testing/office.ts';
import { houseRepair } from '../testing/programmes.ts';
import ProgrammesPage from './ProgrammesPage.vue';

const food: Programme = {
  ...houseRepair,
  id: 'p-2',
  code: 'SEMBAKO',
  name: 'Program Sembako',
  pillar: 1,
  amount: null,
  quotas: [],
  active: false,
};
let server: TestServer;

beforeEach(() => {
  server = new TestServer();
  signedIn('programme.read', 'programme.manage');
  server.on('GET /api/v1/agencies', {
    items: [{ id: 'a-1', name: 'Dinas Perkimta', people: [] }],
    able: [{ id: 'u-dewa', name: 'Dewa Contoh' }],
  });
});

const page = () => show(ProgrammesPage, {}, '/program');

describe('The catalogue', () => {
  it('lists the programmes by pillar with their agency, amount and quota of the year', async () => {
    server.on('GET /api/v1/programmes', { items: [food, houseRepair], next: null });
    const text = (await page()).text();
    expect(text).toContain('2 program; 1 sedang berjalan');
    expect(text.indexOf('Mengurangi beban pengeluaran')).toBeLessThan(text.indexOf('Mengurangi kantong kemiskinan'));
    expect(text).not.toContain('Meningkatkan pendapatan');
    expect(text).toContain('Rp\u00a020.000.000');
    expect(text).toContain('283 (2023)');
    expect(text).toContain('Program SembakoTidak berjalan');
  });

  it('lets the regency say who answers for an agency', async () => {
    const now = { items: [{ id: 'a-1', name: 'Dinas Perkimta', people: ['u-dewa'] }], able: [{ id: 'u-dewa', name: 'Dewa Contoh' }] };
    server.on('GET /api/v1/programmes', { items: [houseRepair], next: null }).on('PUT /api/v1/agencies/a-1/people', now);
    const form = (await page()).find('form.agency');
    expect(form.find('button').exists()).toBe(false);
    await form.find('input').setValue(true);
    expect(form.find('button').text()).toBe('Simpan akun Dinas Perkimta');
    await form.trigger('submit');
    await flushPromises();
    expect(server.last('PUT /api/v1/agencies/a-1/people')?.body).toEqual({ people: ['u-dewa'] });
    expect(form.find('button').exists()).toBe(false);
  });

  it('offers the usual programmes where there is none', async () => {
    server
      .on('GET /api/v1/programmes', { items: [], next: null })
      .on('POST /api/v1/programmes/start', { items: [houseRepair], next: null });
    const empty = await page();
    await empty.find('.empty button').trigger('click');
    await flushPromises();
    expect(server.last('POST /api/v1/programmes/start')).toBeDefined();
    expect(empty.text()).toContain('Perbaikan rumah');
  });

  it('says so when somebody began it meanwhile', async () => {
    server
      .on('GET /api/v1/programmes', { items: [], next: null })
      .on('POST /api/v1/programmes/start', { code: 'catalogue-begun', title: 'Daftar program sudah ada', detail: 'Muat ulang.' }, 409);
    const empty = await page();
    await empty.find('.empty button').trigger('click');
    await flushPromises();
    expect(empty.find('[role=alert]').text()).toContain('Daftar program sudah ada');
  });

  it('offers nothing to change to somebody who only reads', async () => {
    signedIn('programme.read');
    server.on('GET /api/v1/programmes', { items: [], next: null });
    const empty = await page();
    expect(empty.find('.empty').text()).toContain('Koordinator kabupaten yang mengisinya');
    expect(empty.find('.empty button').exists()).toBe(false);
    expect(empty.find('a.btn').exists()).toBe(false);
  });
});
