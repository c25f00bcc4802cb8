import type { Report } from '@tuntas/contract';
import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { quarters } from '../reports/kinds.ts';
import { session } from '../session.ts';
import { TestServer, show, signedIn } from '../testing/office.ts';
import ReportsPage from './ReportsPage.vue';

const PATH = '/api/v1/rounds/BLL-2023-1/reports';
const job = { id: 'l-1', kind: 'report', state: 'running', stage: 'reportWriting', done: 3, total: 148, result: null, problem: null };
const report: Report = {
  id: 'l-1',
  kind: 'villageLetters',
  format: 'zip',
  region: '51.08.05',
  regionName: 'Sukasada',
  standing: null,
  zero: null,
  day: '2023-02-04',
  purpose: 'Rapat desa',
  askedAt: '2023-02-04T01:00:00Z',
  asOf: '2023-02-04T01:00:01Z',
  state: 'done',
  dataSha256: 'a'.repeat(64),
  sha256: 'b'.repeat(64),
  size: 2_000_000,
  kept: true,
};
let server: TestServer;

beforeEach(() => {
  server = new TestServer();
  server.on('GET /api/v1/regions', {
    items: [
      { code: '51.08.05', name: 'Sukasada', level: 'district' },
      { code: '51.08.05.2001', name: 'Pancasari', level: 'village' },
    ],
    next: null,
  });
});

async function page(...earlier: readonly Report[]) {
  server.on(`GET ${PATH}`, { items: earlier, next: null });
  return show(ReportsPage, {}, '/laporan');
}

describe('Reports', () => {
  it('offers each person what he may ask for', async () => {
    const kinds = async () => (await page()).findAll('input[type=radio]').map((one) => one.attributes('value'));
    signedIn('progress.read', 'case.read');
    expect(await kinds()).toEqual(['onePage', 'familyList', 'villageLetters']);
    const leader = signedIn('progress.read');
    session.user = { ...leader, roles: [{ role: 'leader', region: '51.08' }] };
    expect(await kinds()).toEqual(['onePage', 'quarterly']);
  });

  it('asks what names of families are for, follows the job, and leads to the file', async () => {
    signedIn('progress.read', 'case.read', 'intervention.manage');
    server.on(`POST ${PATH}`, { jobId: 'l-1' }, 202);
    server.on('GET /api/v1/jobs/l-1', job);
    server.on('GET /api/v1/jobs/l-1', { ...job, state: 'done' });
    server.on(`GET ${PATH}`, { items: [], next: null });
    const wrapper = await page(report);
    await wrapper.find('input[value=villageLetters]').setValue(true);
    await wrapper.find('#lap-kecamatan').setValue('51.08.05');
    expect(wrapper.find('button[type=submit]').attributes('disabled')).toBeDefined();
    await wrapper.find('#lap-keperluan').setValue(' Rapat desa ');
    await wrapper.find('form').trigger('submit');
    await flushPromises();
    expect(server.last(`POST ${PATH}`)?.body).toEqual({
      kind: 'villageLetters',
      format: 'pdf',
      region: '51.08.05',
      standing: null,
      zero: null,
      day: null,
      purpose: 'Rapat desa',
    });
    expect(wrapper.find('[role=progressbar]').attributes('aria-valuetext')).toBe('Menulis berkas 3 dari 148');
    await vi.waitFor(() => expect(wrapper.find('[role=status] a').attributes('href')).toBe(`${PATH}/l-1/file`), 3000);
    expect(wrapper.find('tbody tr').text()).toContain('Surat per desa SukasadaUnduh ZIP, 2,0 MB4 Februari 2023');
  });

  it('says of a list of families which, on which day, in which format', async () => {
    signedIn('progress.read', 'case.read');
    server.on(`POST ${PATH}`, { jobId: 'l-1' }, 202).on('GET /api/v1/jobs/l-1', { ...job, state: 'failed' });
    const wrapper = await page();
    await wrapper.find('input[value=familyList]').setValue(true);
    await wrapper.find('#lap-hasil').setValue('extremelyPoor');
    await wrapper.find('#lap-kedudukan').setValue('open');
    await wrapper.find('#lap-bentuk').setValue('geojson');
    await wrapper.find('#lap-keperluan').setValue('Peta');
    await wrapper.find('form').trigger('submit');
    await flushPromises();
    expect(server.last(`POST ${PATH}`)?.body).toMatchObject({
      kind: 'familyList',
      format: 'geojson',
      standing: 'extremelyPoor',
      zero: 'open',
    });
    expect(wrapper.find('[role=alert]').text()).toContain('Laporan belum jadi');
  });

  it('tells of a file that is kept no longer, and of one under way', async () => {
    signedIn('progress.read');
    const wrapper = await page({ ...report, kept: false }, { ...report, id: 'l-2', sha256: null, size: null, state: 'queued' });
    expect(wrapper.findAll('tbody tr').map((one) => one.find('td').text())).toEqual(['Berkas sudah dihapus', 'Menunggu giliran']);
  });

  it('follows one that was asked for before the page was opened', async () => {
    signedIn('progress.read');
    server.on('GET /api/v1/jobs/l-1', job);
    server.on('GET /api/v1/jobs/l-1', { ...job, state: 'done' });
    server.on(`GET ${PATH}`, { items: [{ ...report, sha256: null, size: null, state: 'running' }], next: null });
    const wrapper = await page(report);
    expect(wrapper.find('[role=progressbar]').attributes('aria-valuetext')).toBe('Menulis berkas 3 dari 148');
    expect(wrapper.find('button[type=submit]').attributes('disabled')).toBeDefined();
    await vi.waitFor(() => expect(wrapper.find('[role=status] a').attributes('href')).toBe(`${PATH}/l-1/file`), 3000);
    expect(wrapper.find('button[type=submit]').attributes('disabled')).toBeUndefined();
  });

  it('counts quarters back to the one in which the round opened', () => {
    expect(quarters('2022-12-30', '2023-05-02')).toEqual([
      { year: 2023, number: 2, day: '2023-05-02' },
      { year: 2023, number: 1, day: '2023-03-31' },
      { year: 2022, number: 4, day: '2022-12-31' },
    ]);
  });
});
