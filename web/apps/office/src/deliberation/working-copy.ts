import type { AgendaItem, DecisionsTaken, Finding, MadeDecision, Meeting, MeetingOutcome, MeetingSheet } from '@tuntas/contract';

/** A decision that was made here and does not stand, until whoever made it has read why. */
export interface LostDecision {
  readonly decision: MadeDecision;
  readonly code: string;
}

/** A meeting as this machine has it: what the office said last, and what was done here since. */
export interface WorkingCopy {
  readonly meeting: Meeting;
  /** Not sent, or sent without an answer; in the order in which they were made. */
  readonly pending: readonly MadeDecision[];
  readonly lost: readonly LostDecision[];
  readonly sheet: {
    readonly changed: MeetingSheet;
    /** The version that was changed. */
    readonly version: number;
    /** Somebody else changed that version too; a person says which sheet goes on. */
    readonly clash: boolean;
  } | null;
  readonly keptAt: string;
}

export interface Wish {
  readonly outcome: MeetingOutcome;
  readonly reason: string;
  readonly dissent: string;
  readonly held: Finding | null;
}

export const AGREED: Wish = { outcome: 'agreed', reason: '', dissent: '', held: null };

/** What the office says now, under what was done here. */
export function refreshed(copy: WorkingCopy | null, meeting: Meeting, now: string): WorkingCopy {
  return copy ? { ...copy, meeting, keptAt: now } : { meeting, pending: [], lost: [], sheet: null, keptAt: now };
}

/** The meeting with what was done here, as its page shows it. */
export function asShown(copy: WorkingCopy, by: string): Meeting {
  const here = new Map(copy.pending.map((one) => [one.subjectId, one]));
  const agenda = copy.meeting.agenda.map((item): AgendaItem => {
    const made = here.get(item.subjectId);
    if (!made) return item;
    const { id, outcome, reason, dissent, held, decidedAt } = made;
    return { ...item, decision: { id, outcome, reason, dissent, held, by, at: decidedAt, outdated: !onTheVisitOf(item, made) } };
  });
  return { ...copy.meeting, agenda, sheet: copy.sheet?.changed ?? copy.meeting.sheet };
}

/** Whether it was made on the visit that the office shows now; an older office told none. */
function onTheVisitOf(item: AgendaItem | undefined, made: MadeDecision): boolean {
  return made.visitId === undefined || item?.visitId === undefined || made.visitId === item.visitId;
}

/** One decision more; it names the one on the same subject that it takes the place of. */
export function decided(copy: WorkingCopy, subjectId: string, wish: Wish, id: string, now: string): WorkingCopy {
  const item = copy.meeting.agenda.find((one) => one.subjectId === subjectId);
  const waiting = copy.pending.findLast((one) => one.subjectId === subjectId && onTheVisitOf(item, one))?.id;
  const replaces = waiting ?? item?.decision?.id ?? null;
  const made: MadeDecision = { id, subjectId, replaces, ...wish, visitId: item?.visitId, decidedAt: now };
  return { ...copy, pending: [...copy.pending, made], keptAt: now };
}

/** What the office made of decisions that were sent; those made meanwhile go on waiting. */
export function answered(copy: WorkingCopy, answer: DecisionsTaken): WorkingCopy {
  const fates = new Map(answer.taken.map((one) => [one.id, one]));
  const lost = copy.pending.flatMap((decision): LostDecision[] => {
    const fate = fates.get(decision.id);
    return fate && !fate.stands ? [{ decision, code: fate.code ?? '' }] : [];
  });
  return {
    ...copy,
    meeting: answer.meeting,
    pending: copy.pending.filter((one) => !fates.has(one.id)),
    lost: [...copy.lost, ...lost],
  };
}

export function acknowledged(copy: WorkingCopy): WorkingCopy {
  return { ...copy, lost: [] };
}

/** The sheet changed from what it is by then: of two changes in a breath, neither undoes the other. */
export function noted(copy: WorkingCopy, change: (sheet: MeetingSheet) => MeetingSheet, now: string): WorkingCopy {
  const { version, clash } = copy.sheet ?? { version: copy.meeting.version, clash: false };
  const changed = change(copy.sheet?.changed ?? copy.meeting.sheet);
  return { ...copy, sheet: { changed, version, clash }, keptAt: now };
}

/** The office has the sheet that was sent; what was changed while it was on its way goes on from there. */
export function sheetTaken(copy: WorkingCopy, sent: MeetingSheet, meeting: Meeting): WorkingCopy {
  const since = copy.sheet && JSON.stringify(copy.sheet.changed) !== JSON.stringify(sent) ? copy.sheet.changed : null;
  return { ...copy, meeting, sheet: since && { changed: since, version: meeting.version, clash: false } };
}

export function sheetClashed(copy: WorkingCopy, meeting: Meeting): WorkingCopy {
  return { ...copy, meeting, sheet: copy.sheet && { ...copy.sheet, clash: true } };
}

/** The sheet of this machine goes on over the one that was told, or is given up. */
export function clashSettled(copy: WorkingCopy, whose: 'mine' | 'theirs'): WorkingCopy {
  const mine = whose === 'mine' && copy.sheet;
  return { ...copy, sheet: mine ? { ...mine, version: copy.meeting.version, clash: false } : null };
}

export function unsent(copy: WorkingCopy): number {
  return copy.pending.length + (copy.sheet ? 1 : 0);
}
