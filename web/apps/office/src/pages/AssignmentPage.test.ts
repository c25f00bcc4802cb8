import type { AssignmentProposal } from '@tuntas/contract';
import { type VueWrapper, flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type RoadCounts, roadCounts } from '../shell/road-counts.ts';
import { TestServer, show, signedIn, takenFor } from '../testing/office.ts';
import AssignmentPage from './AssignmentPage.vue';

const officer = (id: string, name: string) => ({
  id,
  name,
  username: id,
  district: '51.08.04',
  families: 0,
  visited: 0,
  approved: 0,
  returned: 0,
  lastSeen: null,
  phoneSeen: null,
});
const proposal = (first: number, second: number): AssignmentProposal => ({
  proposalId: 'p-1',
  unit: 'family',
  officers: [
    {
      officerId: 'o-1',
      name: 'Ani Contoh',
      district: '51.08.04',
      current: 0,
      proposed: first,
      villages: [{ village: '51.08.04.2001', name: 'Pedawa', families: first, added: first }],
    },
    {
      officerId: 'o-2',
      name: 'Komang Contoh',
      district: '51.08.04',
      current: 0,
      proposed: second,
      villages: [{ village: '51.08.04.2001', name: 'Pedawa', families: second, added: second }],
    },
  ],
  spread: { min: Math.min(first, second), max: Math.max(first, second), mean: (first + second) / 2 },
});
const PROPOSE = 'POST /api/v1/rounds/BLL-2023-1/assignment-proposals';
const MOVE = 'PATCH /api/v1/assignment-proposals/p-1';
const COMMIT = 'POST /api/v1/assignment-proposals/p-1/commit';
let server: TestServer;
beforeEach(() => {
  server = new TestServer();
  roadCounts.value = null;
  signedIn('case.assign', 'case.read', 'progress.read', 'visit.sample');
  const district = { code: '51.08.04', name: 'Banjar', level: 'district' };
  server
    .on('GET /api/v1/officers', { items: [officer('o-1', 'Ani Contoh'), officer('o-2', 'Komang Contoh')], next: null })
    .on('GET /api/v1/regions', { items: [district], next: null })
    .on('GET /api/v1/rounds/BLL-2023-1/progress', { asOf: '2023-02-03', unit: 'family', rows: [] });
});
const button = (page: VueWrapper, text: string) => page.findAll('button').find((one) => one.text().startsWith(text));

describe('Assigning families', () => {
  it("tells when each officer's phone was last heard of", async () => {
    const heard = { ...officer('o-1', 'Ani Contoh'), phoneSeen: '2026-11-28T05:05:00Z' };
    server = new TestServer()
      .on('GET /api/v1/officers', { items: [heard, officer('o-2', 'Komang Contoh')], next: null })
      .on('GET /api/v1/regions', { items: [], next: null })
      .on('GET /api/v1/rounds/BLL-2023-1/progress', { asOf: '2023-02-03', unit: 'family', rows: [] });
    const rows = (await show(AssignmentPage)).findAll('#petugas tbody tr').map((one) => one.text());
    expect(rows[0]).toContain('HP: 28 November 2026 pukul 13.05 WITA');
    expect(rows[1]).not.toContain('HP:');
  });

  it('is proposed, looked at, adjusted and only then committed', async () => {
    server.on(PROPOSE, proposal(60, 68)).on(MOVE, proposal(64, 64)).on(COMMIT, { assigned: 128 });
    const page = await show(AssignmentPage, {}, '/penugasan');
    await page.find('form').trigger('submit');
    await flushPromises();
    expect(server.last(PROPOSE)?.body).toEqual({ onlyUnassigned: true });
    expect(page.text()).toContain('Beban per petugas 60 sampai 68 keluarga');

    await page.findAll('button[aria-label^="Pindahkan keluarga dari Komang"]')[0]?.trigger('click');
    await page.find('#g-banyak').setValue(4);
    await page.find('#g-ke').setValue('o-1');
    await page.find('dialog form').trigger('submit');
    await flushPromises();
    expect(server.last(MOVE)?.body).toEqual({
      moves: [{ village: '51.08.04.2001', toOfficer: 'o-1', families: 4, fromOfficer: 'o-2' }],
    });
    expect(page.text()).toContain('Beban per petugas 64 sampai 64 keluarga');
    expect(server.last(COMMIT)).toBeUndefined();

    await button(page, 'Terapkan untuk 128 keluarga')?.trigger('click');
    await flushPromises();
    expect(server.last(COMMIT)).toBeDefined();
    expect(page.text()).toContain('128 keluarga sudah ditugaskan.');
  });

  it('counts only the families that change hands', async () => {
    const dealt = proposal(64, 64);
    const evened = dealt.officers.map((one, index) => ({
      ...one,
      current: index === 0 ? 100 : 28,
      villages: one.villages.map((part) => ({ ...part, added: index === 0 ? 0 : 36 })),
    }));
    server.on(PROPOSE, { ...dealt, officers: evened });
    const page = await show(AssignmentPage, {}, '/penugasan');
    await page.find('form').trigger('submit');
    await flushPromises();

    expect(page.text()).toContain('Usulan: 36 keluarga dibagi');
    const cells = page.findAll('tbody tr').map((row) =>
      row
        .findAll('td.num')
        .map((cell) => cell.text())
        .slice(0, 4),
    );
    expect(cells.slice(0, 2)).toEqual([
      ['100', '36', '0', '64'],
      ['28', '0', '36', '64'],
    ]);
  });

  it('shows why a proposal cannot be committed any more', async () => {
    server
      .on(PROPOSE, proposal(64, 64))
      .on(COMMIT, { code: 'proposal-outdated', title: 'Usulan sudah usang', detail: 'Buat usulan baru.' }, 409);
    const page = await show(AssignmentPage, {}, '/penugasan');
    await page.find('form').trigger('submit');
    await flushPromises();
    await button(page, 'Terapkan')?.trigger('click');
    await flushPromises();
    expect(page.find('[role=alert]').text()).toContain('Usulan sudah usang');
    expect(page.text()).toContain('Usulan: 128 keluarga dibagi');
  });

  it('has nothing to deal once every family has an officer, and says how to deal anew', async () => {
    roadCounts.value = { total: 128, assigned: 128 } as RoadCounts;
    const page = await show(AssignmentPage, {}, '/penugasan');
    expect(page.text()).toContain('Semua keluarga sudah punya petugas');
    expect(button(page, 'Buat usulan')?.attributes('disabled')).toBeDefined();
    await page.find('input[type=checkbox]').setValue(false);
    expect(page.text()).not.toContain('Semua keluarga sudah punya petugas');
    expect(button(page, 'Buat usulan')?.attributes('disabled')).toBeUndefined();
  });

  it('offers each officer’s printed sheet and Collect code', async () => {
    server.on('GET /api/v1/officers/o-1/openrosa', { serverUrl: 'http://localhost/odk/key/x', settingsQr: 'x' });
    const page = await show(AssignmentPage, {}, '/penugasan');
    const sheet = page.find('button[aria-label="Lembar Ani Contoh (PDF)"]');
    expect(await takenFor(sheet, 'fieldwork')).toBe('/api/v1/officers/o-1/sheet.pdf?purpose=fieldwork');
    await page.find('dialog .row button').trigger('click');
    await page.find('button[aria-label="Kode QR Collect untuk Ani Contoh"]').trigger('click');
    await flushPromises();
    expect(page.find('dialog img').attributes('src')).toBe('/api/v1/officers/o-1/openrosa/qr.png');
    expect(page.find('dialog').text()).toContain('HP tidak dapat mencapai alamat ini');
  });

  it('leaves a Collect code to its officer and to whoever draws watches, and lets a district end it', async () => {
    signedIn('case.assign', 'case.read', 'progress.read');
    const page = await show(AssignmentPage, {}, '/penugasan');
    await page.find('button[aria-label="Kode QR Collect untuk Ani Contoh"]').trigger('click');
    await flushPromises();
    expect(page.find('dialog img').exists()).toBe(false);
    expect(page.find('dialog').text()).toContain('Ani Contoh membuka kodenya sendiri');
    expect(button(page, 'Ganti kunci')).toBeDefined();
  });

  it('says nothing against a Collect address that phones can reach', async () => {
    server.on('GET /api/v1/officers/o-1/openrosa', { serverUrl: 'http://192.168.1.10:8080/odk/key/x', settingsQr: 'x' });
    const page = await show(AssignmentPage, {}, '/penugasan');
    await page.find('button[aria-label="Kode QR Collect untuk Ani Contoh"]').trigger('click');
    await flushPromises();
    expect(page.find('dialog').text()).toContain('http://192.168.1.10:8080/odk/key/x');
    expect(page.find('dialog').text()).not.toContain('HP tidak dapat mencapai');
  });

  it('replaces a lost phone’s Collect code after a question', async () => {
    server
      .on('GET /api/v1/officers/o-1/openrosa', { serverUrl: 'http://localhost/odk/key/x', settingsQr: 'x' })
      .on('POST /api/v1/officers/o-1/openrosa/replace', { serverUrl: 'http://localhost/odk/key/y', settingsQr: 'y' });
    const confirmed = vi.fn().mockReturnValueOnce(false).mockReturnValueOnce(true);
    vi.stubGlobal('confirm', confirmed);
    const page = await show(AssignmentPage, {}, '/penugasan');
    await page.find('button[aria-label="Kode QR Collect untuk Ani Contoh"]').trigger('click');
    await flushPromises();
    await button(page, 'Ganti kunci')?.trigger('click');
    expect(server.last('POST /api/v1/officers/o-1/openrosa/replace')).toBeUndefined();
    await button(page, 'Ganti kunci')?.trigger('click');
    await flushPromises();
    expect(server.last('POST /api/v1/officers/o-1/openrosa/replace')).toBeDefined();
    expect(page.find('dialog img').attributes('src')).toContain('replaced=1');
    expect(confirmed).toHaveBeenCalledTimes(2);
  });
});
