import type { ContactResult, Day, Finding, RoleKey } from './common.ts';

/** Left the list because it was examined. */
export type ExaminedStanding = 'poor' | 'notPoor' | 'notFound' | 'moved' | 'deceased' | 'duplicate';
export type OpenStanding = 'notVerified' | 'inReview' | 'refused' | 'awaitingMeeting' | 'awaitingDecree' | 'awaitingHelp' | 'struck';
/** Where a family stands on a day: in exactly one of these. */
export type Standing = ExaminedStanding | 'graduated' | OpenStanding;

export interface ZeroCount {
  readonly families: number;
  readonly persons: number;
}

export type StandingCounts = Readonly<Partial<Record<Standing, ZeroCount>>>;

/** What a village lacks to be at zero. */
export type ZeroMissing = 'openFamilies' | 'meeting' | 'word' | 'nominations';

export interface ZeroPlace {
  /** Null for all that the person sees. */
  readonly code: string | null;
  readonly name: string;
  /** Rows of the roster. */
  readonly roster: StandingCounts;
  /** Families that no roster lists. */
  readonly added: StandingCounts;
  readonly villages: number;
  readonly villagesAtZero: number;
  /** Those in which somebody was helped; in the others everybody left by being examined. */
  readonly villagesAtZeroByHelp: number;
  /** How many villages lack it. */
  readonly missing: Readonly<Partial<Record<ZeroMissing, number>>>;
  readonly nominations: number;
}

/** Whose act took a family off the list. */
export type ZeroAct = 'proposed' | 'corrected' | 'overruled';

export interface ZeroDecider {
  readonly act: ZeroAct;
  readonly actorId: string | null;
  readonly name: string | null;
  readonly role: RoleKey | null;
  readonly count: ZeroCount;
}

/** Citizens' petitions that somebody declined in a village. */
export interface ZeroDeclined {
  readonly villageName: string;
  readonly districtName: string;
  readonly name: string | null;
  readonly nominations: number;
  readonly objections: number;
}

export interface ZeroMove {
  readonly from: Standing | null;
  readonly to: Standing;
  readonly count: ZeroCount;
}

/** How far a round is from zero at the end of a day. */
export interface ZeroShow {
  readonly round: string;
  readonly opens: Day;
  readonly zeroDate: Day;
  readonly asOf: Day;
  readonly since: Day | null;
  readonly place: ZeroPlace;
  readonly below: readonly ZeroPlace[];
  readonly moves: readonly ZeroMove[];
  /** Families whose lists of the two days differ in size, and how many persons more that makes, by where they stood first. */
  readonly resized: StandingCounts;
  readonly deciders: readonly ZeroDecider[];
  readonly declined: readonly ZeroDeclined[];
  /** Families of the decree for which no help has come or is to come, or some only after the end of the day's year. */
  readonly unplanned: ZeroCount;
}

export interface ZeroFamily {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly villageName: string;
  readonly standing: Standing;
  readonly before: Standing | null;
  readonly persons: number;
  readonly since: Day;
  readonly said: readonly {
    readonly step: 'proposed' | 'approved' | 'agreed' | 'disputed' | 'revisit' | 'overruled' | 'listed' | 'struck' | 'graduated';
    readonly who: string | null;
    readonly contact: ContactResult | null;
    readonly finding: Finding | null;
    /** The day of a meeting or of a graduation, the number of a decree. */
    readonly detail: string | null;
  }[];
}
