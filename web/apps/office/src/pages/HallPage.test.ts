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

it('shows the hall what a re-visit found and whether the village agrees, and no amount', async () => {
  const item = anItem({
    kind: 'graduation',
    finding: 'notPoor',
    measured: { perPerson: 612_000, line: 322_170 },
    decision: { ...decision, outcome: 'agreed', held: null },
  });
  new TestServer().on('GET /api/v1/meetings/m-1', aMeeting({ purpose: 'graduation', agenda: [item] }));
  const page = await show(HallPage, { id: 'm-1' }, '/musyawarah/m-1/layar');
  await vi.waitFor(() => expect(page.find('h1').text()).toBe('Musyawarah Graduasi Desa Pedawa'));
  expect(page.find('tbody').text()).toContain('Mampu');
  expect(page.find('tbody td b').text()).toBe('Sepakat lulus');
  expect(page.text()).not.toMatch(/612|\d{16}/);
});
