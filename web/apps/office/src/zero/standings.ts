import type { ExaminedStanding, OpenStanding, Standing, StandingCounts, ZeroCount, ZeroPlace } from '@tuntas/contract';

export const EXAMINED: readonly ExaminedStanding[] = ['poor', 'notPoor', 'notFound', 'moved', 'deceased', 'duplicate'];
export const OPEN: readonly OpenStanding[] = [
  'notVerified',
  'inReview',
  'refused',
  'awaitingMeeting',
  'awaitingDecree',
  'awaitingHelp',
  'struck',
];
export const isOpen = (standing: Standing): boolean => (OPEN as readonly Standing[]).includes(standing);
/** Examined and found extremely poor; the other open ones are not examined yet, or refused. */
export const EXTREMELY_POOR: readonly OpenStanding[] = ['awaitingMeeting', 'awaitingDecree', 'awaitingHelp', 'struck'];

export type Unit = keyof ZeroCount;

export function sum(counts: StandingCounts, standings: readonly Standing[], unit: Unit): number {
  return standings.reduce((all, standing) => all + (counts[standing]?.[unit] ?? 0), 0);
}

const ALL: readonly Standing[] = [...EXAMINED, 'graduated', ...OPEN];

/** One unit of a place: its rows and what no roster lists, by why they left or what they wait for. */
export interface PlaceSums {
  readonly roster: number;
  readonly added: number;
  readonly examined: number;
  readonly graduated: number;
  readonly open: number;
  readonly of: (...standings: readonly Standing[]) => number;
}

export function sums(place: ZeroPlace, unit: Unit): PlaceSums {
  const of = (...standings: readonly Standing[]) => sum(place.roster, standings, unit) + sum(place.added, standings, unit);
  return {
    roster: sum(place.roster, ALL, unit),
    added: sum(place.added, ALL, unit),
    examined: of(...EXAMINED),
    graduated: of('graduated'),
    open: of(...OPEN),
    of,
  };
}

export interface Step {
  readonly key: Standing | 'roster' | 'added' | 'stayed';
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Stacks the standings downwards from a height, those that nobody has left out. */
function downwards(from: number, standings: readonly Standing[], of: PlaceSums['of']): readonly Step[] {
  let left = from;
  return standings
    .map((key) => ({ key, count: of(key) }))
    .filter(({ count }) => count > 0)
    .map(({ key, count }) => {
      left -= count;
      return { key, from: left, to: left + count, count };
    });
}

/** From the roster, and who was added to it, to those who did not leave by being examined. */
export function examinedFall({ roster, added, examined, of }: PlaceSums): readonly Step[] {
  const stayed = roster + added - examined;
  return [
    { key: 'roster', from: 0, to: roster, count: roster },
    ...(added > 0 ? [{ key: 'added' as const, from: roster, to: roster + added, count: added }] : []),
    ...downwards(roster + added, EXAMINED, of),
    { key: 'stayed', from: 0, to: stayed, count: stayed },
  ];
}

/** From them to nobody: who was helped, and what the others wait for. */
export function openFall({ graduated, open, of }: PlaceSums): readonly Step[] {
  const stayed = graduated + open;
  return [{ key: 'stayed', from: 0, to: stayed, count: stayed }, ...downwards(stayed, ['graduated', ...OPEN], of)];
}
