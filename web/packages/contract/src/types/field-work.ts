import type { CaseState } from './cases.ts';
import type { Instant } from './common.ts';
import type { Round } from './rounds.ts';

export interface FieldMember {
  readonly memberId: string;
  readonly ordinal: number;
  readonly name: string;
  readonly relationship: string | null;
  readonly age: number | null;
  readonly sex: string | null;
}

export interface FieldFamily {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly address: string | null;
  readonly hamlet: string | null;
  readonly village: string;
  readonly villageName: string;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly state: CaseState;
  readonly members: readonly FieldMember[];
  readonly returned: { readonly visitId: string; readonly reason: string; readonly fields: readonly string[]; readonly at: Instant } | null;
  readonly visitedAt: Instant | null;
}

export interface FieldWork {
  readonly sequence: number;
  readonly round: Pick<Round, 'code' | 'name' | 'deadline' | 'formId' | 'formVersion' | 'attemptsBeforeNotFound'> | null;
  readonly families: readonly FieldFamily[];
}

export interface SubmissionReceipt {
  readonly instanceId: string;
  readonly contentHash: string;
  readonly complete: boolean;
  readonly missing: readonly string[];
  readonly receivedAt: Instant;
  readonly entryId: string | null;
}
