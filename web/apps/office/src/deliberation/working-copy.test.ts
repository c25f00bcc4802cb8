import type { AgendaItem, Meeting, MeetingSheet } from '@tuntas/contract';
import { describe, expect, it } from 'vitest';
import { aMeeting, anItem } from './testing.ts';
import {
  type WorkingCopy,
  acknowledged,
  answered,
  asShown,
  clashSettled,
  decided,
  noted,
  refreshed,
  sheetClashed,
  sheetTaken,
  unsent,
} from './working-copy.ts';

const NOW = '2023-02-20T02:21:00Z';
const agree = { outcome: 'agreed', reason: '', dissent: '', held: null } as const;
const object = { outcome: 'disputed', reason: 'Motor milik kakaknya', dissent: 'Kelian', held: 'poor' } as const;
const standing = { id: 'd-0', ...agree, by: 'Citra', at: NOW, outdated: false };

const kept = (meeting: Meeting = aMeeting()): WorkingCopy => refreshed(null, meeting, NOW);
const outcomeOf = (copy: WorkingCopy, subject: string) =>
  asShown(copy, 'Budi').agenda.find((item) => item.subjectId === subject)?.decision?.outcome;
const withDecision = (decision: AgendaItem['decision']) => aMeeting({ agenda: [anItem({ decision })] });

describe('A decision made here', () => {
  it('is shown before it is sent, and leaves the finding alone', () => {
    const copy = decided(kept(), 'f-1', object, 'd-1', NOW);
    const item = asShown(copy, 'Budi').agenda[0];
    expect(item?.decision).toEqual({ id: 'd-1', ...object, by: 'Budi', at: NOW, outdated: false });
    expect(item?.finding).toBe('extremelyPoor');
    expect(unsent(copy)).toBe(1);
  });

  it('takes the place of what stands, or of what still waits here', () => {
    const first = decided(kept(withDecision(standing)), 'f-1', object, 'd-1', NOW);
    const second = decided(first, 'f-1', agree, 'd-2', NOW);
    expect(second.pending.map((one) => one.replaces)).toEqual(['d-0', 'd-1']);
    expect(outcomeOf(second, 'f-1')).toBe('agreed');
  });

  it('stops waiting once it is answered, and what was made meanwhile waits on', () => {
    const sent = decided(kept(), 'f-1', agree, 'd-1', NOW);
    const meanwhile = decided(sent, 'f-1', object, 'd-2', NOW);
    const answer = { taken: [{ id: 'd-1', stands: true, code: null }], meeting: withDecision({ ...standing, id: 'd-1' }) };
    const copy = answered(meanwhile, answer);
    expect(copy.pending.map((one) => one.id)).toEqual(['d-2']);
    expect(outcomeOf(copy, 'f-1')).toBe('disputed');
  });

  it('that does not stand is told until it is read, and what stands is shown', () => {
    const sent = decided(kept(), 'f-1', object, 'd-1', NOW);
    const copy = answered(sent, { taken: [{ id: 'd-1', stands: false, code: 'overtaken' }], meeting: withDecision(standing) });
    expect(copy.lost).toEqual([{ decision: sent.pending[0], code: 'overtaken' }]);
    expect(outcomeOf(copy, 'f-1')).toBe('agreed');
    expect(unsent(copy)).toBe(0);
    expect(acknowledged(copy).lost).toEqual([]);
  });

  it('names the visit that was seen, and is to be made again once another one stands', () => {
    const before = decided(kept(), 'f-1', agree, 'd-1', NOW);
    expect(before.pending[0]?.visitId).toBe('v-1');
    const since = refreshed(before, aMeeting({ agenda: [anItem({ visitId: 'v-2' })] }), NOW);
    expect(asShown(since, 'Budi').agenda[0]?.decision?.outdated).toBe(true);
    const again = decided(since, 'f-1', object, 'd-2', NOW);
    expect(again.pending[1]).toMatchObject({ visitId: 'v-2', replaces: null });
    expect(asShown(again, 'Budi').agenda[0]?.decision?.outdated).toBe(false);
  });

  it('of an older office names no visit, and is shown as it was made', () => {
    const { visitId: _, ...older } = anItem();
    const before = decided(kept(aMeeting({ agenda: [older] })), 'f-1', agree, 'd-1', NOW);
    expect(JSON.stringify(before.pending[0])).not.toContain('visitId');
    expect(asShown(refreshed(before, aMeeting(), NOW), 'Budi').agenda[0]?.decision?.outdated).toBe(false);
  });

  it('survives that the office is asked again', () => {
    const copy = refreshed(decided(kept(), 'f-1', object, 'd-1', NOW), withDecision(null), NOW);
    expect(outcomeOf(copy, 'f-1')).toBe('disputed');
  });
});

describe('A sheet changed here', () => {
  const mine: MeetingSheet = { ...aMeeting().sheet, chair: 'I Nyoman Contoh' };
  const theirs = aMeeting({ version: 5, sheet: { ...mine, chair: 'Ketut Lain' } });

  it('is sent over the version that was changed, however the meeting went on', () => {
    const copy = refreshed(
      noted(kept(), () => mine, NOW),
      theirs,
      NOW,
    );
    expect(copy.sheet).toEqual({ changed: mine, version: 1, clash: false });
    expect(asShown(copy, 'Budi').sheet.chair).toBe('I Nyoman Contoh');
  });

  it('waits no longer once it is taken, unless it was changed on the way', () => {
    const taken = aMeeting({ version: 2, sheet: mine });
    expect(
      sheetTaken(
        noted(kept(), () => mine, NOW),
        mine,
        taken,
      ).sheet,
    ).toBeNull();
    const further = { ...mine, place: 'Balai Desa' };
    const copy = noted(
      noted(kept(), () => mine, NOW),
      () => further,
      NOW,
    );
    expect(sheetTaken(copy, mine, taken).sheet).toEqual({ changed: further, version: 2, clash: false });
  });

  it('keeps both of two changes in a breath', () => {
    const copy = noted(
      noted(kept(), (sheet) => ({ ...sheet, chair: 'I Nyoman Contoh' }), NOW),
      (sheet) => ({ ...sheet, place: 'Balai Desa' }),
      NOW,
    );
    expect(copy.sheet?.changed).toMatchObject({ chair: 'I Nyoman Contoh', place: 'Balai Desa' });
  });

  it('that clashes stays until a person says whose goes on', () => {
    const copy = sheetClashed(
      noted(kept(), () => mine, NOW),
      theirs,
    );
    expect(copy.sheet).toEqual({ changed: mine, version: 1, clash: true });
    expect(clashSettled(copy, 'mine').sheet).toEqual({ changed: mine, version: 5, clash: false });
    expect(asShown(clashSettled(copy, 'theirs'), 'Budi').sheet.chair).toBe('Ketut Lain');
  });
});
