import type { AgendaItem, Meeting, MeetingDecision, MeetingOutcome, MeetingSheet } from '@tuntas/contract';

export interface NumberedItem {
  readonly item: AgendaItem;
  readonly number: number;
}

/** The item whose reason is being written, and for what. */
export interface Editing {
  readonly subject: string;
  readonly outcome: 'disputed' | 'revisit';
}

export type AgendaFilter = 'undecided' | 'disputed' | 'all';
export const AGENDA_FILTERS: readonly AgendaFilter[] = ['undecided', 'disputed', 'all'];

/** What needs words comes before the long group that is agreed on as one. */
export const AGENDA_GROUPS = ['graduations', 'extremelyPoor', 'others', 'nominations', 'poor'] as const;

/** Where in the agenda an item stands; whoever was not met stands with the families that are not poor, since both leave the list. */
export function groupOf(item: AgendaItem): (typeof AGENDA_GROUPS)[number] {
  if (item.kind !== 'family') return `${item.kind}s`;
  return item.finding === 'extremelyPoor' || item.finding === 'poor' ? item.finding : 'others';
}

/** The families that a meeting may agree on as one group: poor, and nobody decided on them, not on a former visit either. */
export function agreeable(items: readonly NumberedItem[]): readonly AgendaItem[] {
  return items.map(({ item }) => item).filter((item) => groupOf(item) === 'poor' && item.decision === null);
}

/** With numbers that a filter does not change. */
export function numbered(agenda: readonly AgendaItem[]): readonly NumberedItem[] {
  return [...agenda]
    .sort((a, b) => AGENDA_GROUPS.indexOf(groupOf(a)) - AGENDA_GROUPS.indexOf(groupOf(b)))
    .map((item, index) => ({ item, number: index + 1 }));
}

/** What the meeting decided on the visit that stands. */
export function standing(item: AgendaItem): MeetingDecision | null {
  return item.decision?.outdated ? null : item.decision;
}

/** Whether it came after the day of the meeting and so waits for the next edition; what was decided on does not. */
function waits(item: AgendaItem, { heldOn }: MeetingSheet): boolean {
  return standing(item) === null && !!item.since && heldOn !== null && item.since > heldOn;
}

/** What the meeting speaks of, and what waits for the next one. */
export function parted({ agenda, sheet }: Meeting): { readonly spokenOf: readonly AgendaItem[]; readonly waiting: readonly AgendaItem[] } {
  return { spokenOf: agenda.filter((item) => !waits(item, sheet)), waiting: agenda.filter((item) => waits(item, sheet)) };
}

/** Key of the word for an outcome: a nomination is supported or not, a graduation agreed to or not, a family is agreed on or disputed. */
export function outcomeWord(kind: AgendaItem['kind'], outcome: MeetingOutcome): string {
  return `meeting.${kind === 'family' ? 'outcome' : kind}.${outcome}`;
}

/** Key of what a decision that is no agreement does. */
export function effectWord(kind: AgendaItem['kind'], outcome: MeetingOutcome): string {
  if (kind === 'graduation') return `graduationMeeting.effect.${outcome}`;
  return outcome === 'revisit' ? 'meeting.goesBack' : 'meeting.findingStands';
}

export function fits(item: AgendaItem, filter: AgendaFilter): boolean {
  const decision = standing(item);
  if (filter === 'undecided') return decision === null;
  return filter === 'all' || (decision !== null && decision.outcome !== 'agreed');
}

/** Key of what is said in other words where the meeting is on graduations. */
export function onPurpose({ purpose }: Pick<Meeting, 'purpose'>, key: string): string {
  return purpose === 'graduation' ? `graduationMeeting.${key}` : `meeting.${key}`;
}
