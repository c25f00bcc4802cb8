import type { RosterReport } from '@tuntas/contract';
import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TestServer, show, signedIn } from '../testing/office.ts';
import { session } from '../session.ts';
import CommitBox from './CommitBox.vue';

const report = {
  id: 'ro-1',
  state: 'checked',
  files: [{ name: 'p3ke.xlsx', sha256: `c41e${'0'.repeat(56)}07b2`, size: 1 }],
  families: 5341,
  members: 21842,
  accepted: 5314,
  rejected: 27,
  rejectedMembers: 0,
  warned: 143,
  jobId: null,
} as unknown as RosterReport;
const COMMIT = 'POST /api/v1/rosters/ro-1/commit';
let server: TestServer;
beforeEach(() => {
  server = new TestServer();
  signedIn('roster.commit');
  server.on('GET /api/v1/rounds', { items: [session.app?.round], next: null });
});

describe('Committing a release', () => {
  it('waits for the acknowledgement and then asks once more', async () => {
    server.on(COMMIT, { jobId: 'j-1' }, 202).on('GET /api/v1/jobs/j-1', { id: 'j-1', state: 'done', stage: 'commit', done: 2, total: 2 });
    const box = await show(CommitBox, { report });
    const button = () => box.findAll('button').find((one) => one.text() === 'Sahkan 5.314 keluarga');
    expect(button()?.attributes('disabled')).toBeDefined();
    await box.find('input[type=checkbox]').setValue(true);
    await button()?.trigger('click');
    expect(server.last(COMMIT)).toBeUndefined();
    await box
      .findAll('dialog button')
      .find((one) => one.text() === 'Ya, sahkan')
      ?.trigger('click');
    await flushPromises();
    expect(server.last(COMMIT)?.body).toEqual({ round: 'BLL-2023-1', acknowledgedRejects: true });
    expect(box.emitted('committed')).toHaveLength(1);
  });

  it('says how many families the list drops, and waits until that is seen too', async () => {
    const comparison = { added: 0, dropped: 5257, changed: 57, returned: 0, same: 0 };
    const box = await show(CommitBox, { report: { ...report, rejected: 0, comparison } });
    const button = () => box.findAll('button').find((one) => one.text() === 'Sahkan 5.314 keluarga');
    expect(box.text()).toContain('5.257 keluarga dari rilis sebelumnya tidak ada di daftar ini');
    expect(button()?.attributes('disabled')).toBeDefined();
    await box.find('input[type=checkbox]').setValue(true);
    expect(button()?.attributes('disabled')).toBeUndefined();
  });

  it('throws a release away only after a question', async () => {
    const asked = vi.fn().mockReturnValue(false);
    vi.stubGlobal('confirm', asked);
    const box = await show(CommitBox, { report });
    await box
      .findAll('button')
      .find((one) => one.text() === 'Buang rilis ini')
      ?.trigger('click');
    expect(asked).toHaveBeenCalledOnce();
    expect(server.last('DELETE /api/v1/rosters/ro-1')).toBeUndefined();
  });

  it('leaves the button away from who may only check', async () => {
    signedIn('roster.import');
    const box = await show(CommitBox, { report });
    expect(box.text()).toContain('Peran Anda boleh memeriksa, tetapi tidak mengesahkan.');
    expect(box.text()).not.toContain('Sahkan 5.314 keluarga\n');
    expect(box.findAll('button.go')).toHaveLength(0);
  });

  it('names the fingerprint that goes into the ledger', async () => {
    const box = await show(CommitBox, { report });
    expect(box.text()).toContain('c41e…07b2');
  });
});
