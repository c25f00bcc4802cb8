import type { RosterReport, RosterState } from '@tuntas/contract';
import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '../session.ts';
import { TestServer, show, signedIn, takenFor } from '../testing/office.ts';
import RosterShowPage from './RosterShowPage.vue';

const report = (state: RosterState, change: Partial<RosterReport> = {}): RosterReport => ({
  id: 'ro-1',
  source: 'P3KE 2022',
  releasedOn: '2023-01-12',
  bastNumber: 'BAST/12',
  state,
  scope: 'full',
  files: [{ name: 'p3ke.xlsx', sha256: 'c41e07b2', size: 1 }],
  families: 5341,
  members: 21842,
  accepted: 5314,
  rejected: 27,
  warned: 143,
  uploadedAt: '2023-02-01T01:00:00Z',
  uploadedBy: 'Citra Contoh',
  committedAt: null,
  committedBy: null,
  jobId: 'j-1',
  layouts: [{ file: 'p3ke.xlsx', sheet: 'Keluarga', layout: 'p3ke-2022', title: 'P3KE 2022', headerRow: 4, rows: 5341 }],
  dateOrders: [],
  groups: [
    {
      code: 'nik-numeric-cell',
      severity: 'error',
      count: 27,
      title: 'NIK tersimpan sebagai angka',
      mend: 'Jadikan teks',
      columns: ['NIK'],
    },
    { code: 'nik-birth-date', severity: 'warning', count: 143, title: 'Tanggal lahir berbeda', mend: 'Periksa', columns: ['NIK'] },
  ],
  villages: 148,
  rejectedMembers: 0,
  comparison: null,
  refusal: null,
  unmatched: [],
  fields: [{ name: 'nik', label: 'NIK' }],
  notes: [],
  ...change,
});
const SHOW = 'GET /api/v1/rosters/ro-1';
let server: TestServer;
beforeEach(() => {
  server = new TestServer();
  signedIn('roster.import', 'roster.commit');
  server.on('GET /api/v1/rounds', { items: [session.app?.round], next: null });
});

describe('A release', () => {
  it('shows the named stages while it is read, and its report when the job is done', async () => {
    server
      .on(SHOW, report('reading'))
      .on(SHOW, report('checked'))
      .on('GET /api/v1/jobs/j-1', { id: 'j-1', kind: 'roster', state: 'done', stage: 'report', done: 5341, total: 5341 });
    const page = await show(RosterShowPage, { id: 'ro-1' });
    await vi.waitFor(() => expect(page.text()).toContain('27 keluarga tidak masuk'));
    expect(page.text()).toContain('5.314');
    expect(page.find('[aria-current=step]').text()).toContain('Laporan');
  });

  it('offers the rejected rows also when only members stay out', async () => {
    server.on(SHOW, report('checked', { rejected: 0, rejectedMembers: 5 }));
    const page = await show(RosterShowPage, { id: 'ro-1' });
    expect(page.find('#h-e').text()).toBe('5 anggota tidak masuk');
    expect(await takenFor(page.find('[aria-labelledby=h-e]'), 'correction')).toBe('/api/v1/rosters/ro-1/rejects.xlsx?purpose=correction');
    expect(page.find('dialog').text()).toContain('NIK');
  });

  it('counts families, members and problems each in their own unit', async () => {
    server.on(SHOW, report('checked', { rejected: 3, rejectedMembers: 11 }));
    const page = await show(RosterShowPage, { id: 'ro-1' });
    expect(page.find('#h-e').text()).toBe('3 keluarga dan 11 anggota tidak masuk');
    expect(page.text()).toContain('27 masalah; satu baris dapat punya beberapa.');
    expect(page.text()).toContain('Anggota: 21.842 dibaca, 21.831 siap masuk, 11 ditolak.');
    expect(page.text()).toContain('dengan 21.831 anggota');
    expect(page.find('#h-w').text()).toBe('143 keluarga masuk dengan catatan');
  });

  it('asks for the rows of a problem only when somebody opens it', async () => {
    server.on(SHOW, report('checked')).on('GET /api/v1/rosters/ro-1/problems', {
      items: [
        {
          code: 'nik-numeric-cell',
          severity: 'error',
          file: 'p3ke.xlsx',
          sheet: 'Keluarga',
          row: 218,
          column: 'L',
          value: '5,10802E+15',
          head: 'I Wayan Contoh',
          village: 'Ringdikit',
        },
      ],
      next: 'k',
    });
    const page = await show(RosterShowPage, { id: 'ro-1' });
    expect(server.last('GET /api/v1/rosters/ro-1/problems')).toBeUndefined();
    const group = page.find<HTMLDetailsElement>('details');
    group.element.open = true;
    await group.trigger('toggle');
    await flushPromises();
    expect(server.last('GET /api/v1/rosters/ro-1/problems')?.query.get('code')).toBe('nik-numeric-cell');
    expect(group.text()).toContain('L218');
    expect(group.text()).toContain('26 baris lain');
  });

  it('says in one sentence why files were refused, and that nothing entered', async () => {
    server.on(SHOW, report('refused', { refusal: { code: 'file-unreadable', detail: 'Berkas ini PDF yang diganti namanya.' } }));
    const page = await show(RosterShowPage, { id: 'ro-1' });
    expect(page.find('[role=alert]').text()).toContain('Berkas ini PDF yang diganti namanya.');
    expect(page.find('[role=alert]').text()).toContain('Tidak ada yang masuk ke data.');
  });

  it('is mapped by hand when its columns are unknown, starting from what is suggested', async () => {
    const headers = [{ column: 'B', header: 'No KTP', suggestions: ['nik'] }];
    server
      .on(SHOW, report('needsMapping', { unmatched: [{ file: 'data.csv', sheet: null, headers }] }))
      .on('PUT /api/v1/rosters/ro-1/mapping', { jobId: 'j-2' }, 202)
      .on('GET /api/v1/jobs/j-2', { id: 'j-2', state: 'running', stage: 'read' });
    const page = await show(RosterShowPage, { id: 'ro-1' });
    expect(page.find<HTMLSelectElement>('select').element.value).toBe('B');
    await page.find('form').trigger('submit');
    await flushPromises();
    expect(server.last('PUT /api/v1/rosters/ro-1/mapping')?.body).toEqual({
      name: 'data.csv',
      file: 'data.csv',
      sheet: null,
      columns: { nik: 'B' },
    });
  });

  it('names who committed it and when', async () => {
    server.on(SHOW, report('committed', { committedAt: '2023-02-01T02:00:00Z', committedBy: 'Citra Contoh' }));
    const page = await show(RosterShowPage, { id: 'ro-1' });
    expect(page.text()).toContain('Oleh Citra Contoh, 1 Februari 2023 pukul 10.00 WITA.');
    expect(page.find('.commit').exists()).toBe(false);
  });
});
