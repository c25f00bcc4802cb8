import type { ContactResult, Day, Finding, Instant, Page, RoleKey } from './common.ts';
import type { Struck } from './interventions.ts';
import type { VisitConflict, VisitState } from './visits.ts';
import type { Standing } from './zero.ts';

export type CaseState = 'listed' | 'assigned' | 'visited' | 'returned' | 'approved';

export interface CaseSummary {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly address: string | null;
  readonly village: string;
  readonly villageName: string;
  readonly districtName: string | null;
  readonly state: CaseState;
  readonly officer: { readonly id: string; readonly name: string } | null;
  readonly finding: Finding | null;
  readonly contact: ContactResult | null;
  readonly lastVisitAt: Instant | null;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly warnings: number;
  /** What the newest release of the roster said about the family. */
  readonly rosterStatus: 'listed' | 'changed' | 'dropped' | 'returned' | 'nominated';
}

export interface CasePage extends Page<CaseSummary> {
  readonly total: number;
}

export interface CaseMember {
  readonly id: string;
  readonly ordinal: number;
  readonly name: string;
  readonly relationship: string | null;
  readonly sex: string | null;
  readonly birthDate: Day | null;
  readonly age: number | null;
  readonly nik: string | null;
  readonly existence: string | null;
}

export type Station =
  'roster' | 'assigned' | 'visited' | 'approved' | 'deliberated' | 'decreed' | 'programme' | 'intervention' | 'reassessed' | 'graduated';

export interface RoadStation {
  readonly station: Station;
  readonly at: Day | Instant | null;
  readonly note: string | null;
  readonly state: 'done' | 'now' | 'next';
}

export interface VisitSummary {
  readonly id: string;
  readonly instanceId: string;
  readonly caseId: string | null;
  readonly caseNumber?: string | null;
  readonly state: VisitState;
  /** Paid to a family whose first visit counted already. */
  readonly revisit?: boolean;
  readonly officer: { readonly id: string; readonly name: string } | null;
  readonly visitedAt: Instant | null;
  readonly receivedAt: Instant;
  readonly contact: ContactResult | null;
  readonly finding?: Finding | null;
  readonly version?: number;
  readonly conflicts: readonly VisitConflict[];
  readonly attachments: readonly { readonly name: string; readonly sha256: string | null }[];
}

export interface CaseShow extends CaseSummary {
  /** Where it stands today; null before anything was recorded of it. */
  readonly standing: Standing | null;
  readonly version: number;
  /** Programmes are for it: the decree names it or, before there is one, the review found it extremely poor. */
  readonly decreed: boolean;
  /** The decree that struck it from the list; null while it is on it, or never was. */
  readonly struck: Struck | null;
  readonly members: readonly CaseMember[];
  readonly kk: string | null;
  readonly roster: {
    readonly releaseId: string;
    readonly source: string | null;
    readonly releasedOn: Day | null;
    readonly row: number;
    readonly sheet: string | null;
    readonly values: readonly { readonly field: string; readonly label: string; readonly value: string | null }[];
    readonly warnings: readonly { readonly code: string; readonly message: string }[];
  } | null;
  readonly visits: readonly VisitSummary[];
  readonly assignments: readonly {
    readonly officer: string;
    readonly from: Instant;
    readonly until: Instant | null;
    readonly by: string | null;
    readonly reason: string | null;
  }[];
  readonly road: readonly RoadStation[];
}

export interface TimelineEntry {
  readonly at: Instant;
  readonly actor: { readonly id: string; readonly name: string; readonly role: RoleKey | null } | null;
  readonly verb: string;
  readonly detail: string | null;
  /** Of the visit that it is about. */
  readonly visitId: string | null;
  /** The village's meeting that said so. */
  readonly meetingId?: string | null;
  readonly entryId: string;
  readonly hash: string;
}

/** Whether every entry of the timeline still gives the hash that it was recorded with. */
export interface HistoryState {
  readonly entries: number;
  /** Of them in no block yet. */
  readonly waiting: number;
  readonly intact: boolean;
  /** Hash of the ledger's newest block; null before the first. */
  readonly last: string | null;
  /** When the whole ledger, every block of it, was last recomputed; null until the first time. */
  readonly verifiedAt: Instant | null;
  /** Whether all of it fitted then. */
  readonly whole: boolean | null;
}

export interface UnmaskedNik {
  readonly members: readonly { readonly id: string; readonly nik: string | null }[];
  readonly kk: string | null;
}
