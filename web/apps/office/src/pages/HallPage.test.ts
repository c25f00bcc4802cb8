import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { aMeeting, anItem } from '../deliberation/testing.ts';
import { TestServer, show, signedIn } from '../testing/office.ts';
import HallPage from './HallPage.vue';

const decision = { id: 'd-1', reason: 'Punya motor', dissent: '', by: 'Budi', at: '2023-02-20T02:00:00Z', outdated: false };

beforeEach(() => {
  signedIn('case.read', 'deliberation.record');
});

it('shows the hall what was decided, and what the meeting holds instead of the finding', async () => {
  const agenda = [
    anItem({ decision: { ...decision, outcome: 'disputed', held: 'notPoor' } }),
    anItem({ subjectId: 'f-2', name: 'I Made Contoh', decision: { ...decision, outcome: 'agreed', held: null } }),
  ];
  new TestServer().on('GET /api/v1/meetings/m-1', aMeeting({ agenda }));
  const page = await show(HallPage, { id: 'm-1' }, '/musyawarah/m-1/layar');
  await vi.waitFor(() =>
    expect(page.findAll('tbody td b').map((one) => one.text())).toEqual(['Keberatan: menurut musyawarah Mampu', 'Sepakat']),
  );
});
