import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TestServer, show, signedIn } from '../testing/office.ts';
import MinutesBundle from './MinutesBundle.vue';

const PATH = '/api/v1/rounds/BLL-2023-1/minutes';
const job = { id: 'j-1', kind: 'minutes.bundle', state: 'running', stage: 'minutes', done: 40, total: 148, result: null, problem: null };
let server: TestServer;

beforeEach(() => {
  server = new TestServer();
  signedIn('progress.read', 'case.read');
});

async function ask() {
  const page = await show(MinutesBundle, { round: 'BLL-2023-1', closed: 148 }, '/musyawarah');
  await page.find('#keperluan').setValue(' Lampiran SK ');
  await page.find('form').trigger('submit');
  await flushPromises();
  return page;
}

describe('All minutes as one file', () => {
  it('asks what they are for before anything is made', async () => {
    const page = await show(MinutesBundle, { round: 'BLL-2023-1', closed: 148 }, '/musyawarah');
    expect(page.find('button').attributes('disabled')).toBeDefined();
    expect(page.text()).toContain('keperluannya dicatat di buku besar');
  });

  it('shows how far it is, then leads to the file', async () => {
    server.on(`POST ${PATH}`, { jobId: 'j-1' }, 202);
    server.on('GET /api/v1/jobs/j-1', job);
    server.on('GET /api/v1/jobs/j-1', { ...job, state: 'done', result: { villages: 148, size: 9_000_000, sha256: 'c'.repeat(64) } });
    const page = await ask();
    expect(server.last(`POST ${PATH}`)?.body).toEqual({ purpose: 'Lampiran SK' });
    expect(page.find('[role=progressbar]').attributes('aria-valuetext')).toBe('Menyusun berita acara 40 dari 148');
    await vi.waitFor(() => expect(page.find('a[download]').attributes('href')).toBe(`${PATH}/j-1.zip`), 3000);
    expect(page.text()).toContain('148 berita acara siap');
    expect(page.find('[role=progressbar]').exists()).toBe(false);
  });

  it('says when it failed, and lets one try again', async () => {
    server.on(`POST ${PATH}`, { jobId: 'j-1' }, 202);
    server.on('GET /api/v1/jobs/j-1', { ...job, state: 'failed' });
    const page = await ask();
    expect(page.find('[role=alert]').text()).toContain('Berkas belum jadi');
    expect(page.find('button').attributes('disabled')).toBeUndefined();
  });
});
