import type { ContactResult, Day, Finding, Instant } from './common.ts';

export type MeetingOutcome = 'agreed' | 'disputed' | 'revisit';

/** On what the visits found, once a round; or on the graduations that wait for the village's word, as often as it takes. */
export type MeetingPurpose = 'verification' | 'graduation';

/** Where a village stands with its meeting. The numbers are families. */
export interface DeliberatingVillage {
  readonly village: string;
  readonly name: string;
  readonly kind: string;
  readonly district: string;
  readonly districtName: string;
  readonly families: number;
  readonly reviewed: number;
  readonly meetingId: string | null;
  readonly edition: number | null;
  readonly state: 'none' | 'open' | 'closed';
  readonly heldOn: Day | null;
  readonly agreed: number;
  readonly disputed: number;
  /** Where the meeting holds another finding than the review. */
  readonly overruled: number;
  readonly revisit: number;
  readonly extremelyPoor: number;
  readonly undecided: number;
  /** Those that wait for the village's word, and its newest meeting on them. */
  readonly graduations: {
    readonly waiting: number;
    readonly meeting: {
      readonly id: string;
      readonly edition: number;
      readonly state: 'open' | 'closed';
      readonly heldOn: Day | null;
    } | null;
  };
}

export type AttendancePart = 'government' | 'council' | 'hamletHeads' | 'bodies' | 'citizens' | 'companions';

export interface Newcomer {
  readonly name: string;
  readonly address: string;
  readonly hamlet: string;
  readonly reason: string;
}

export interface MeetingSheet {
  readonly heldOn: Day | null;
  /** `HH:mm`, with seconds or without. */
  readonly begins: string | null;
  readonly place: string;
  readonly chair: string;
  readonly noteTaker: string;
  readonly companion: string;
  readonly attendance: Readonly<Record<AttendancePart, readonly string[]>>;
  readonly newcomers: readonly Newcomer[];
}

export interface MeetingDecision {
  readonly id: string;
  readonly outcome: MeetingOutcome;
  readonly reason: string;
  readonly dissent: string;
  /** What the meeting holds instead of the finding, which stands all the same. */
  readonly held: Finding | null;
  readonly by: string;
  readonly at: Instant;
  /** The family has another approved visit since; the meeting decides again. */
  readonly outdated: boolean;
}

/** A family of the village that a newcomer of this name may be. */
export interface LikelyFamily {
  readonly newcomer: string;
  readonly number: string;
  readonly name: string;
  readonly address: string;
  readonly hamlet: string;
}

/** A family whose visit is approved, a nomination that waits, or a proposed graduation. */
export interface AgendaItem {
  readonly subjectId: string;
  readonly kind: 'family' | 'nomination' | 'graduation';
  readonly number: string | null;
  /** The approved visit, of a graduation the re-visit; null for a nomination, absent from a copy that an older office kept. */
  readonly visitId?: string | null | undefined;
  /** The day on which its visit was approved, the nomination came or the graduation was proposed; null in a closed meeting, absent from a copy that an older office kept. */
  readonly since?: Day | null;
  readonly name: string;
  readonly address: string;
  readonly hamlet: string;
  readonly nominated: boolean;
  readonly people: number | null;
  readonly contact: ContactResult | null;
  readonly finding: Finding | null;
  /** Of a graduation: what the re-visit found against the line of its day; rupiah a person a month. */
  readonly measured?: { readonly perPerson: number; readonly line: number } | null;
  readonly decision: MeetingDecision | null;
}

export interface Meeting {
  readonly id: string;
  readonly round: string;
  readonly roundName: string;
  readonly village: string;
  readonly villageName: string;
  readonly villageKind: string;
  readonly districtName: string;
  /** Absent from a copy that an older office kept. */
  readonly purpose?: MeetingPurpose;
  /** Of one on graduations, which one it is in its village. */
  readonly edition: number;
  readonly state: 'open' | 'closed';
  /** Of the sheet, for If-Match. */
  readonly version: number;
  readonly sheet: MeetingSheet;
  readonly reopenedReason: string | null;
  /** With {@link reopenedAt} absent from a copy that an older office kept. */
  readonly reopenedBy?: string | null;
  readonly reopenedAt?: Instant | null;
  readonly closedBy: string | null;
  readonly closedAt: Instant | null;
  readonly editions: readonly {
    readonly id: string;
    readonly edition: number;
    readonly state: 'open' | 'closed';
    readonly closedAt: Instant | null;
  }[];
  /** With what came after the sheet's day and waits for the next edition. */
  readonly agenda: readonly AgendaItem[];
  /** Absent from a copy that an older office kept. */
  readonly likely?: readonly LikelyFamily[];
  readonly notReviewed: number;
  /** Reviewed families on whose visit this meeting has not decided, of one on graduations proposed ones; absent from a copy that an older office kept. */
  readonly undecided?: number;
  readonly mayRecord: boolean;
  readonly mayReopen: boolean;
  readonly maySign: boolean;
  /** Of a closed meeting. */
  readonly minutes: Minutes | null;
}

/** The paper that stands for a closed meeting. */
export interface Minutes {
  /** Printed on it; names it to anybody. */
  readonly code: string;
  readonly sha256: string;
  readonly madeAt: Instant;
  readonly signed: readonly {
    readonly sha256: string;
    readonly mediaType: string;
    readonly size: number;
    readonly by: string;
    readonly at: Instant;
  }[];
}

/** What anybody may know of kept minutes. */
export interface KeptPaper {
  readonly village: string;
  readonly villageKind: string;
  readonly district: string;
  readonly heldOn: Day | null;
  readonly purpose: MeetingPurpose;
  readonly edition: number;
  /** The meeting was opened again since. */
  readonly superseded: boolean;
  readonly code: string;
  readonly madeAt: Instant;
  readonly sha256: string;
  /** Hashes of the signed copies. */
  readonly signed: readonly string[];
}

/** A decision as it was made, wherever that was: the same id again is the same decision. */
export interface MadeDecision {
  readonly id: string;
  readonly subjectId: string;
  readonly replaces: string | null;
  readonly outcome: MeetingOutcome;
  readonly reason: string;
  readonly dissent: string;
  readonly held: Finding | null;
  /** The approved visit that was seen. */
  readonly visitId?: string | null | undefined;
  readonly decidedAt: Instant;
}

export interface DecisionsTaken {
  readonly taken: readonly { readonly id: string; readonly stands: boolean; readonly code: string | null }[];
  readonly meeting: Meeting;
}
