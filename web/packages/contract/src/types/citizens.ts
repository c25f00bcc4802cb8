import type { ContactResult, Day, Finding, Instant } from './common.ts';

export type PetitionKind = 'nomination' | 'objection';
export type DeclineReason = 'unclear' | 'nothingToCheck' | 'otherMatter' | 'elsewhere';

export interface Place {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
}

/** What the sender of a petition may know of it. */
export interface PetitionStatus {
  readonly kind: PetitionKind;
  readonly villageName: string;
  readonly receivedOn: Day;
  readonly dueOn: Day;
  readonly late: boolean;
  readonly stage: 'received' | 'visiting' | 'decided' | 'declined';
  readonly answeredOn: Day | null;
  readonly declineReason: DeclineReason | null;
}

/** A family's own status, by the slip that its officer left. */
export interface FamilyStatus {
  readonly number: string;
  readonly villageName: string;
  readonly stage: 'toVisit' | 'inReview' | 'toMeeting' | 'decided' | 'decreed' | 'helped' | 'graduated' | 'struck';
  readonly visitedOn: Day | null;
  readonly decidedOn: Day | null;
  /** Since when it stands where the decree or what followed it put it. */
  readonly reachedOn: Day | null;
  readonly finding: Finding | null;
  readonly contact: ContactResult | null;
}

/** A citizen's petition as the office sees it. */
export interface Petition {
  readonly id: string;
  readonly kind: PetitionKind;
  readonly name: string;
  readonly place: string;
  readonly reason: string;
  readonly phone: string | null;
  readonly photo: boolean;
  readonly village: string;
  readonly villageName: string;
  readonly districtName: string;
  readonly receivedAt: Instant;
  readonly dueOn: Day;
  /** Negative when the answer is late; null when it is given. */
  readonly daysLeft: number | null;
  readonly stage: 'received' | 'toAssign' | 'toVisit' | 'inReview' | 'toMeeting' | 'decided' | 'declined';
  readonly officer: string | null;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly declineReason: DeclineReason | null;
  readonly note: string;
  readonly answeredAt: Instant | null;
}

/** What a petition may speak of; `number` is null for what is no case yet. */
export interface LikelySame {
  readonly source: 'family' | 'petition' | 'nomination';
  readonly id: string;
  readonly number: string | null;
  readonly name: string;
  /** Whose name is more alike than that of the family's head. */
  readonly member: string | null;
  readonly place: string;
}
