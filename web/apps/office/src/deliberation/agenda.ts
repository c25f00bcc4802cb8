import type { AgendaItem } from '@tuntas/contract';

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

/** Where in the agenda an item stands; whoever was not met stands with the families that are not poor, since both leave the list. */
export function groupOf(item: AgendaItem): 'extremelyPoor' | 'poor' | 'others' | 'nominations' {
  if (item.kind === 'nomination') return 'nominations';
  return item.finding === 'extremelyPoor' || item.finding === 'poor' ? item.finding : 'others';
}

/** The numbers of the printed list, which a filter does not change. */
export function numbered(agenda: readonly AgendaItem[]): readonly NumberedItem[] {
  const order = ['extremelyPoor', 'poor', 'others', 'nominations'];
  return [...agenda]
    .sort((a, b) => order.indexOf(groupOf(a)) - order.indexOf(groupOf(b)))
    .map((item, index) => ({ item, number: index + 1 }));
}

export function fits(item: AgendaItem, filter: AgendaFilter): boolean {
  if (filter === 'undecided') return item.decision === null;
  return filter === 'all' || (item.decision !== null && item.decision.outcome !== 'agreed');
}
