import type { Day, Instant } from './common.ts';

export type RosterState = 'reading' | 'needsMapping' | 'checked' | 'refused' | 'committing' | 'committed' | 'failed';
export type RosterScope = 'full' | 'supplement';
export type Severity = 'error' | 'warning';

export interface RosterFile {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
}

export interface RosterSummary {
  readonly id: string;
  readonly source: string | null;
  readonly releasedOn: Day | null;
  readonly bastNumber: string | null;
  readonly state: RosterState;
  /** The whole list, or a part that drops nobody. */
  readonly scope: RosterScope;
  readonly files: readonly RosterFile[];
  readonly families: number;
  readonly members: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly warned: number;
  readonly uploadedAt: Instant;
  readonly uploadedBy: string | null;
  readonly committedAt: Instant | null;
  readonly committedBy: string | null;
  readonly jobId: string | null;
}

export interface ProblemGroup {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
  readonly title: string;
  readonly mend: string;
  readonly columns: readonly string[];
}

export interface RosterComparison {
  readonly added: number;
  readonly dropped: number;
  readonly changed: number;
  readonly returned: number;
  readonly same: number;
}

export interface UnmatchedSheet {
  readonly file: string;
  readonly sheet: string | null;
  readonly headers: readonly { readonly column: string; readonly header: string; readonly suggestions: readonly string[] }[];
}

export interface RosterReport extends RosterSummary {
  readonly layouts: readonly {
    readonly file: string;
    readonly sheet: string | null;
    readonly layout: string;
    readonly title: string;
    readonly headerRow: number | null;
    readonly rows: number;
  }[];
  readonly dateOrders: readonly {
    readonly file: string;
    readonly sheet: string | null;
    readonly column: string;
    readonly order: string;
    readonly how: string;
  }[];
  readonly groups: readonly ProblemGroup[];
  readonly villages: number;
  /** Persons read and not let in. */
  readonly rejectedMembers: number;
  readonly comparison: RosterComparison | null;
  readonly refusal: { readonly code: string; readonly detail: string } | null;
  readonly unmatched: readonly UnmatchedSheet[];
  readonly fields: readonly { readonly name: string; readonly label: string }[];
  /** What a person should know before he commits. */
  readonly notes: readonly { readonly code: string; readonly text: string }[];
}

export interface RosterProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly head: string | null;
  readonly village: string | null;
  readonly message: string;
  readonly mend: string;
}

export interface ComparedFamily {
  readonly familyId: string;
  readonly head: string | null;
  readonly village: string | null;
  readonly changes: readonly { readonly field: string; readonly before: string | null; readonly after: string | null }[];
}
