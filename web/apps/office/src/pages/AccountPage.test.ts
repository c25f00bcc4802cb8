import 'fake-indexeddb/auto';
import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changeMeeting, readMeeting } from '../deliberation/meeting-store.ts';
import { aMeeting } from '../deliberation/testing.ts';
import { decided, refreshed } from '../deliberation/working-copy.ts';
import { session } from '../session.ts';
import { TestServer, show, signedIn } from '../testing/office.ts';
import AccountPage from './AccountPage.vue';
import DeliberationsPage from './DeliberationsPage.vue';

const NOW = '2023-02-20T02:00:00Z';
const AGREED = { outcome: 'agreed', reason: '', dissent: '', held: null } as const;
let server: TestServer;

beforeEach(async () => {
  server = new TestServer();
  server.on('DELETE /api/v1/session', null, 204);
  signedIn('case.read', 'deliberation.record', 'progress.read');
  session.offline = false;
  await changeMeeting('u-budi', 'm-1', () => null);
});

const keep = (sent: boolean) =>
  changeMeeting('u-budi', 'm-1', () => {
    const copy = refreshed(null, aMeeting(), NOW);
    return sent ? copy : decided(copy, 'f-1', AGREED, 'd-1', NOW);
  });

async function pressSignOut() {
  const page = await show(AccountPage, {}, '/akun');
  await page
    .findAll('button')
    .find((one) => one.text() === 'Keluar')!
    .trigger('click');
  await flushPromises();
  return page;
}

describe('Signing out', () => {
  it('leaves at once when all is sent, and takes the meeting off this machine', async () => {
    await keep(true);
    await pressSignOut();
    await vi.waitFor(() => expect(session.user).toBeNull());
    expect(await readMeeting('u-budi', 'm-1')).toBeNull();
  });

  it('first tells which meeting holds decisions that nobody has, and keeps them', async () => {
    await keep(false);
    const page = await pressSignOut();
    await vi.waitFor(() => expect(page.find('dialog').text()).toContain('1 perubahan belum terkirim'));
    expect(page.find('dialog a').attributes('href')).toBe('/musyawarah/m-1');
    expect(server.last('DELETE /api/v1/session')).toBeUndefined();

    await page
      .findAll('dialog button')
      .find((one) => one.text() === 'Keluar, kirim nanti')!
      .trigger('click');
    await vi.waitFor(() => expect(session.user).toBeNull());
    expect((await readMeeting('u-budi', 'm-1'))?.pending).toHaveLength(1);
  });

  it('says so when the server cannot be reached', async () => {
    server = new TestServer();
    const page = await pressSignOut();
    await vi.waitFor(() => expect(page.find('[role=alert]').exists()).toBe(true));
    expect(session.user).not.toBeNull();
  });
});

describe('The list of villages', () => {
  it('leads back to what is not sent, and without a network to every kept meeting', async () => {
    server.on('GET /api/v1/rounds/BLL-2023-1/deliberations', { items: [], next: null });
    await keep(false);
    const page = await show(DeliberationsPage, {}, '/musyawarah');
    const kept = () => page.find('section[aria-labelledby=h-tersimpan]');
    await vi.waitFor(() => expect(kept().text()).toContain('Pedawa, Banjar'));
    expect(kept().text()).toContain('1 perubahan belum terkirim');
    page.unmount();

    await keep(true);
    const sent = await show(DeliberationsPage, {}, '/musyawarah');
    await flushPromises();
    expect(sent.find('section[aria-labelledby=h-tersimpan]').exists()).toBe(false);
    session.offline = true;
    await vi.waitFor(() => expect(sent.find('section[aria-labelledby=h-tersimpan]').text()).toContain('Semua terkirim'));
  });
});
