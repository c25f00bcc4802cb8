import type { ContactResult, Finding, Instant, Page, TextPair } from './common.ts';
import type { Severity } from './rosters.ts';

export type VisitState = 'received' | 'returned' | 'approved' | 'rejected' | 'superseded' | 'conflict';

export interface VisitConflict {
  readonly code: string;
  readonly message?: string | null;
  readonly resolvedAt?: Instant | null;
}

/** The family of a visit as its case has it; numbers masked. */
export interface Household {
  readonly name: string;
  readonly nik: string | null;
  readonly kk: string | null;
  readonly address: string;
  readonly hamlet: string;
  readonly village: string;
  readonly villageName: string;
  readonly districtName: string;
}

/** A visit drawn at random for a second look. */
export interface SampledVisit {
  /** False for who paid the visit or approved it. */
  readonly mayRecheck: boolean;
  readonly drawnAt: Instant;
  readonly outcome: 'upheld' | 'doubted' | null;
  readonly reason: string;
  readonly by: string | null;
  readonly at: Instant | null;
}

export interface Answer {
  readonly path: string;
  readonly group: string | null;
  readonly label: TextPair;
  readonly type: string;
  readonly value: unknown;
  readonly display: TextPair;
}

export interface ComparedAnswer {
  readonly question: string;
  readonly label: TextPair;
  readonly roster: string | null;
  readonly visit: string | null;
  /** `new`: the roster says nothing; `missing`: the visit says nothing. */
  readonly change: 'same' | 'better' | 'worse' | 'changed' | 'new' | 'missing';
}

export interface Photo {
  readonly kind: string;
  readonly name: string;
  readonly label: TextPair;
  readonly sha256: string;
  readonly width: number | null;
  readonly height: number | null;
  /** As the camera says. */
  readonly takenAt?: Instant | null;
  /** What the phone found wrong with it, and why the officer kept it all the same. */
  readonly fault?: 'dark' | 'blurred' | null;
  readonly reason?: string | null;
  readonly url: string;
  readonly thumbUrl: string;
}

export interface VisitLocation {
  readonly lat: number;
  readonly lng: number;
  readonly accuracy: number | null;
  readonly village: { readonly lat: number; readonly lng: number } | null;
  readonly distanceM: number | null;
}

export interface QualityFlag {
  readonly code: string;
  readonly severity: 'bad' | 'warn' | 'ok' | Severity | 'info';
  readonly message: string;
}

export interface ProposalStep {
  readonly code: string;
  readonly [key: string]: string | number | boolean | null;
}

export interface FindingProposal {
  readonly finding: Finding | null;
  readonly perCapita: number | null;
  readonly expenditure: number | null;
  readonly people: number | null;
  readonly line: number | null;
  readonly lines: unknown;
  readonly steps: readonly ProposalStep[];
}

/** A go at the address that met nobody; the place as far as a phone noted it. */
export interface VisitAttempt {
  readonly at: Instant;
  readonly result: string;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly accuracy: number | null;
}

export interface VisitShow {
  readonly id: string;
  readonly instanceId: string;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly household: Household | null;
  readonly version: number;
  readonly etag: string;
  readonly state: VisitState;
  readonly officer: { readonly id: string; readonly name: string } | null;
  readonly visitedAt: Instant | null;
  /** The same moment by the phone's clock, and how far that was ahead when the visit was sent; null when nobody measured it. */
  readonly phoneTime?: Instant | null;
  readonly skewSeconds?: number | null;
  readonly receivedAt: Instant;
  readonly durationMinutes: number | null;
  readonly contact: ContactResult | null;
  readonly attempts: readonly VisitAttempt[];
  readonly proposal: FindingProposal | null;
  /** Why no finding can be proposed; null when there is a proposal. */
  readonly withoutProposal: string | null;
  readonly confirmed: { readonly finding: Finding | null; readonly by: string; readonly at: Instant } | null;
  readonly answers: readonly Answer[];
  readonly members: readonly Readonly<Record<string, unknown>>[];
  readonly comparison: readonly ComparedAnswer[];
  readonly photos: readonly Photo[];
  readonly signature: Photo | null;
  readonly missingPhotos: readonly string[];
  /** Files that the answers name and that have not come yet. */
  readonly outstandingFiles: readonly string[];
  readonly location: VisitLocation | null;
  readonly findings: readonly { readonly path: string; readonly code: string; readonly message: string }[];
  readonly conflicts: readonly VisitConflict[];
  readonly resolvedConflicts: readonly VisitConflict[];
  readonly flags: readonly QualityFlag[];
  readonly decisions: readonly {
    readonly decision: Decision;
    readonly reason: string | null;
    readonly by: string;
    readonly at: Instant;
  }[];
  /** The visit that was sent back and is mended by this one. */
  readonly corrects: CorrectedVisit | null;
  readonly sample: SampledVisit | null;
}

export interface CorrectedVisit {
  readonly visitId: string;
  readonly reason: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: Instant;
  /** Paths of what is answered differently now. */
  readonly answers: readonly string[];
  /** Kinds of the pictures that are others now. */
  readonly photos: readonly string[];
}

export type ReviewFilter = 'flagged' | 'all' | 'sample';

export interface ReviewItem {
  readonly visitId: string;
  readonly caseId: string;
  readonly name: string;
  readonly villageName: string;
  readonly officer: string;
  readonly visitedAt: Instant | null;
  readonly finding: Finding | null;
  readonly contact: ContactResult | null;
  readonly flags: number;
  /** It mends a visit that was sent back. */
  readonly corrects: boolean;
  readonly waitingDays: number;
}

export interface ReviewQueue extends Page<ReviewItem> {
  readonly counts: Readonly<Record<ReviewFilter, number>>;
}

export type Decision = 'approve' | 'return' | 'reject';

export interface DrawnSample {
  readonly id: string;
  readonly seed: string;
  readonly perDistrict: number;
  readonly drawn: Readonly<Record<string, number>>;
}

export interface DecideVisit {
  readonly decision: Decision;
  readonly reason: string;
  readonly fields: readonly string[];
  readonly finding?: Finding;
}
