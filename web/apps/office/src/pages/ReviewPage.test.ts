import type { ReviewQueue } from '@tuntas/contract';
import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '../session.ts';
import { TestServer, press, show, signedIn, visitShow } from '../testing/office.ts';
import ReviewPage from './ReviewPage.vue';

let server: TestServer;
const queue = (...ids: string[]): ReviewQueue => ({
  items: ids.map((visitId, index) => ({
    visitId,
    caseId: `c-${visitId}`,
    name: `Ni Luh ${visitId}`,
    villageName: 'Pedawa',
    officer: 'Ani Contoh',
    visitedAt: '2023-02-04T02:42:00Z',
    finding: 'extremelyPoor',
    contact: 'found',
    flags: index,
    corrects: visitId === 'v-2',
    waitingDays: 2,
  })),
  next: null,
  counts: { flagged: 1, all: ids.length, sample: 0 },
});
beforeEach(() => {
  server = new TestServer();
  signedIn('visit.review', 'case.read');
});

describe('The review', () => {
  it('opens the first visit of the queue and walks on with J and back with P', async () => {
    server.on('GET /api/v1/reviews', queue('v-1', 'v-2')).on('GET /api/v1/visits/v-1', visitShow());
    const page = await show(ReviewPage, {}, '/tinjauan');
    expect(page.vm.$router.currentRoute.value.path).toBe('/tinjauan/v-1');
    const marks = page.findAll('.queue li').map((one) => one.text().includes('perbaikan'));
    expect(marks).toEqual([false, true]);
    await page.setProps({ visitId: 'v-1' });
    press('j');
    await flushPromises();
    expect(page.vm.$router.currentRoute.value.path).toBe('/tinjauan/v-2');
    await page.setProps({ visitId: 'v-2' });
    press('p');
    await flushPromises();
    expect(page.vm.$router.currentRoute.value.path).toBe('/tinjauan/v-1');
  });

  it('marks differences, and B leaves only them', async () => {
    server.on('GET /api/v1/reviews', queue('v-1')).on('GET /api/v1/visits/v-1', visitShow());
    const page = await show(ReviewPage, { visitId: 'v-1' }, '/tinjauan/v-1');
    expect(page.findAll('.cmp tbody tr')).toHaveLength(2);
    expect(page.findAll('.cmp tr.diff')).toHaveLength(1);
    press('b');
    await flushPromises();
    expect(page.findAll('.cmp tbody tr')).toHaveLength(1);
  });

  it('counts and marks nothing that the roster never held, and puts the real differences first', async () => {
    const row = (question: string, change: 'new' | 'same' | 'worse') => ({
      question,
      label: { id: question, en: question },
      roster: change === 'new' ? null : 'Semen',
      visit: 'Tanah',
      change,
    });
    server
      .on('GET /api/v1/reviews', queue('v-1'))
      .on('GET /api/v1/visits/v-1', visitShow({ comparison: [row('Atap', 'new'), row('Dinding', 'same'), row('Lantai', 'worse')] }));
    const page = await show(ReviewPage, { visitId: 'v-1' }, '/tinjauan/v-1');
    expect(page.find('#h-beda').text()).toBe('1 jawaban berbeda dari data P3KE, 1 sama');
    expect(page.findAll('.cmp tbody th').map((one) => one.text())).toEqual(['Lantai', 'Atap', 'Dinding']);
    expect(page.findAll('.cmp tr.diff th').map((one) => one.text())).toEqual(['Lantai']);
  });

  it('tells the checks that passed in one line that opens, below what was raised', async () => {
    const flags = [
      { code: 'photos-repeated', severity: 'bad', message: '4 foto sama persis' },
      { code: 'photos', severity: 'ok', message: 'Semua foto wajib ada' },
      { code: 'hour', severity: 'ok', message: 'Jam kunjungan wajar' },
    ] as const;
    server.on('GET /api/v1/reviews', queue('v-1')).on('GET /api/v1/visits/v-1', visitShow({ flags }));
    const page = await show(ReviewPage, { visitId: 'v-1' }, '/tinjauan/v-1');
    const lines = page.findAll('.flags > li');
    expect(lines).toHaveLength(2);
    expect(lines[0]?.text()).toBe('4 foto sama persis');
    expect(lines[1]?.find('summary').text()).toBe('2 pemeriksaan lain wajar');
    expect(lines[1]?.find('details').attributes('open')).toBeUndefined();
    expect(lines[1]?.findAll('li').map((one) => one.text())).toEqual(['Semua foto wajib ada', 'Jam kunjungan wajar']);
  });

  it('goes to the message by K without scrolling the visit away', async () => {
    server.on('GET /api/v1/reviews', queue('v-1')).on('GET /api/v1/visits/v-1', visitShow());
    const page = await show(ReviewPage, { visitId: 'v-1' }, '/tinjauan/v-1');
    const focus = vi.spyOn(HTMLTextAreaElement.prototype, 'focus');
    press('k');
    await vi.waitFor(() => expect(document.activeElement).toBe(page.find('#pesan').element));
    expect(focus).toHaveBeenCalledExactlyOnceWith({ preventScroll: true });
    focus.mockRestore();
  });

  it('chooses a decision by S, K and T, but not while somebody types', async () => {
    server.on('GET /api/v1/reviews', queue('v-1')).on('GET /api/v1/visits/v-1', visitShow());
    const page = await show(ReviewPage, { visitId: 'v-1' }, '/tinjauan/v-1');
    press('t');
    await flushPromises();
    const rejected = page.find<HTMLInputElement>('input[value=reject]').element;
    expect(rejected.checked).toBe(true);
    press('s', page.find('textarea').element);
    await flushPromises();
    expect(rejected.checked).toBe(true);
  });

  it('tells who was faster, shows what stands, and sends nothing again', async () => {
    const decided = visitShow({
      etag: '"8"',
      state: 'approved',
      decisions: [{ decision: 'approve', reason: '', by: 'Citra Contoh', at: '2023-02-06T01:05:00Z' }],
    });
    server
      .on('GET /api/v1/reviews', queue('v-1'))
      .on('GET /api/v1/visits/v-1', visitShow())
      .on('GET /api/v1/visits/v-1', decided)
      .on('POST /api/v1/visits/v-1/decision', { code: 'stale' }, 412);
    const page = await show(ReviewPage, { visitId: 'v-1' }, '/tinjauan/v-1');
    await page.find('input[value=return]').setValue();
    await page.find('textarea').setValue('Foto ulang');
    await page.find('aside form').trigger('submit');
    await flushPromises();
    expect(page.text()).toContain('Citra Contoh lebih cepat: disetujui, 6 Februari 2023 pukul 09.05 WITA');
    expect(page.text()).toContain('Sudah diputuskan: Disetujui.');
    expect(server.asked.filter((one) => one.method === 'POST')).toHaveLength(1);
  });

  it('shows a correction with the message it answers, and marks what is other now', async () => {
    const photo = (kind: string) => ({
      kind,
      name: `${kind}.jpg`,
      label: { id: kind, en: kind },
      sha256: kind.padEnd(64, '0'),
      width: null,
      height: null,
      takenAt: null,
      url: '',
      thumbUrl: '',
      fault: null,
      reason: null,
    });
    const corrected = visitShow({
      photos: [photo('houseFront'), photo('inside')],
      corrects: {
        visitId: 'v-0',
        reason: 'Foto depan kabur',
        by: { id: 'u-budi', name: 'Budi Contoh' },
        at: '2023-02-03T01:00:00Z',
        answers: ['/data/housing/floor'],
        photos: ['houseFront'],
      },
    });
    server.on('GET /api/v1/reviews', queue('v-1')).on('GET /api/v1/visits/v-1', corrected);
    const page = await show(ReviewPage, { visitId: 'v-1' }, '/tinjauan/v-1');
    expect(page.get('[role=note]').text()).toContain('Diperbaiki setelah Anda kembalikan: Foto depan kabur');
    const marked = (rows: string, word: string) => page.findAll(rows).map((row) => row.text().includes(word));
    expect(marked('.photos figure', 'diganti')).toEqual([true, false]);
    expect(marked('.cmp tbody tr', 'diperbaiki')).toEqual([true, false]);
    session.user = { ...signedIn('visit.review'), id: 'u-citra' };
    expect((await show(ReviewPage, { visitId: 'v-1' }, '/tinjauan/v-1')).text()).toContain(
      'Diperbaiki setelah dikembalikan oleh Budi Contoh: Foto depan kabur',
    );
  });

  it('says so when nothing waits', async () => {
    server.on('GET /api/v1/reviews', queue());
    const page = await show(ReviewPage, {}, '/tinjauan');
    expect(page.text()).toContain('Tidak ada kunjungan yang menunggu tinjauan.');
  });
});
