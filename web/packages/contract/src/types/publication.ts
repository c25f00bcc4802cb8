import type { Day } from './common.ts';

/** A state of a family in the open figures; each family of the list is in exactly one. */
export type OpenState = 'extremelyPoor' | 'poor' | 'notPoor' | 'gone' | 'helped' | 'open';

/** A place with its counts; null where a count is hidden so that nobody is found out. */
export interface OpenPlace {
  readonly code: string;
  readonly name: string;
  readonly level: 'regency' | 'district' | 'village';
  readonly parent: string | null;
  /** Null where it is hidden; what remains is extremelyPoor and open together, and known of the regency. */
  readonly counts: Readonly<Record<OpenState | 'remaining', number | null> & { total: number }>;
}

/** Where a round's families stood at the end of a week, for everybody. */
export interface OpenFigures {
  readonly round: string;
  readonly name: string;
  readonly opens: Day;
  readonly deadline: Day;
  readonly zeroDate: Day;
  readonly asOf: Day;
  readonly unit: 'family';
  /** A count below it, other than zero, is hidden. */
  readonly leastShown: number;
  readonly rows: readonly OpenPlace[];
}
