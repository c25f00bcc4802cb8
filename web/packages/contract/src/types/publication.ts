import type { Day } from './common.ts';

/** A state of a family in the open figures; each family of the list is in exactly one. */
export type OpenState = 'extremelyPoor' | 'poor' | 'notPoor' | 'gone' | 'helped' | 'open';

type OpenCounts = Readonly<Record<OpenState | 'total' | 'remaining', number>>;

/** A place with its counts; null where a count is not told so that nobody is found out. */
export interface OpenPlace {
  readonly code: string;
  readonly name: string;
  readonly level: 'regency' | 'district' | 'village';
  readonly parent: string | null;
  readonly asOf: Day;
  /** What remains is extremelyPoor and open together. */
  readonly counts: Readonly<Record<OpenState | 'remaining', number | null> & { total: number }>;
}

/** Of the regency everything is told. */
export interface OpenRegency extends OpenPlace {
  readonly counts: OpenCounts;
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
  /** Of a place a count below it, other than zero, is hidden. */
  readonly leastShown: number;
  /** The end of the week as which places are told; null before it, when of a place only the total is. */
  readonly toldOn: Day | null;
  /** By which the regency is more than all its places were when they were told. */
  readonly sinceTold: OpenCounts | null;
  readonly rows: readonly [OpenRegency, ...OpenPlace[]];
}
