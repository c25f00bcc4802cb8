import type { ContactResult, Day, Finding } from './common.ts';

export interface PovertyLine {
  readonly from: Day;
  readonly extreme: number;
  readonly poor: number;
}

export interface RoundDraft {
  readonly code: string;
  readonly name: string;
  readonly opens: Day;
  readonly deadline: Day;
  readonly zeroDate: Day;
  readonly formId: string;
  readonly formVersion: string;
  readonly povertyLines: readonly PovertyLine[];
  readonly evidence: Readonly<Partial<Record<ContactResult, readonly string[]>>>;
  readonly attemptsBeforeNotFound: number;
  /** Within how many days a citizen's petition is answered. */
  readonly answerDays: number;
  /** For how many days after that the citizen's telephone number is kept. */
  readonly phoneDays: number;
  readonly state: 'draft' | 'open' | 'closed';
}

export interface Round extends RoundDraft {
  readonly id: string;
  readonly version?: number;
}

export interface ProgressRow {
  readonly key: string;
  readonly name: string;
  readonly total: number;
  readonly assigned: number;
  readonly visited: number;
  readonly approved: number;
  readonly waiting: number;
  readonly returned: number;
  readonly findings: Readonly<Partial<Record<Finding, number>>>;
  readonly contacts: Readonly<Partial<Record<ContactResult, number>>>;
}

export interface Progress {
  readonly asOf: Day;
  readonly unit: 'family';
  readonly rows: readonly ProgressRow[];
  /** How far those are whom the decree names; told of the whole round today, else null. */
  readonly decreed: DecreedCounts | null;
}

/** Families. */
export interface DecreedCounts {
  readonly families: number;
  /** Not graduated, and no request for it stands. */
  readonly unasked: number;
  /** Not graduated, and something asked for it has not arrived. */
  readonly underWay: number;
  readonly graduated: number;
}

export interface PaceRow {
  readonly key: string;
  readonly name: string;
  readonly total: number;
  readonly days: readonly { readonly day: Day; readonly visited: number }[];
  readonly ratePerDay: number;
  readonly neededPerDay: number | null;
  readonly forecast: { readonly finish: Day; readonly low: Day; readonly high: Day } | null;
  readonly leftAtDeadline: number | null;
}

export interface Pace {
  readonly asOf: Day;
  readonly unit: 'family';
  readonly opens: Day;
  readonly deadline: Day;
  readonly rows: readonly PaceRow[];
}

export interface WaitingItem {
  readonly what:
    | 'review'
    | 'assignment'
    | 'correction'
    | 'silentOfficer'
    | 'conflict'
    | 'petition'
    | 'revisit'
    | 'revisitReview'
    | 'sampleDue'
    | 'watchDue'
    | 'drawnWithoutOfficer'
    | 'poorAgain';
  readonly who: string | null;
  readonly region: string | null;
  readonly regionName: string | null;
  readonly count: number;
  readonly oldestDay: Day | null;
}

export interface Waiting {
  readonly asOf: Day;
  readonly unit: 'family';
  readonly items: readonly WaitingItem[];
}
