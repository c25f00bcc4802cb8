import { beforeEach, describe, expect, it } from 'vitest';
import RoundsPage from '../pages/RoundsPage.vue';
import { TestServer, show, signedIn } from '../testing/office.ts';
import NoRound from './NoRound.vue';

const round = { code: 'BLL-2026-1', name: 'Verval 2026', state: 'draft' };
let server: TestServer;
beforeEach(() => {
  server = new TestServer();
});

describe('Where no round is open', () => {
  it('a draft that waits is named, with the way to it', async () => {
    signedIn('round.manage');
    server.on('GET /api/v1/rounds', { items: [round], next: null });
    const note = await show(NoRound);
    expect(note.text()).toContain('Putaran Verval 2026 masih rancangan');
    expect(note.findAll('a').map((one) => one.attributes('href'))).toEqual(['/putaran']);
    expect(note.text()).not.toContain('Belum ada putaran');
  });

  it('the first round is asked for', async () => {
    signedIn('round.manage');
    server.on('GET /api/v1/rounds', { items: [], next: null });
    const note = await show(NoRound);
    expect(note.text()).toContain('Belum ada putaran verval.');
    expect(note.find('a').text()).toBe('Buat putaran');
    const path = note.find('a').attributes('href');
    server.on('GET /api/v1/forms', { items: [], next: null });
    expect((await show(RoundsPage, {}, path)).find('#p-kode').exists(), 'and its fields are there at once').toBe(true);
    expect((await show(RoundsPage, {}, '/putaran')).find('#p-kode').exists()).toBe(false);
  });

  it('who does not manage rounds is told who does, and the list is not asked for', async () => {
    signedIn('progress.read');
    const note = await show(NoRound);
    expect(note.text()).toContain('Korkab membukanya');
    expect(server.asked).toEqual([]);
  });
});
