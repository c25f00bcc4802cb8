import type { Instant } from './common.ts';

/** `listed`: the family was on the list after all. */
export type NominationState = 'waiting' | 'accepted' | 'listed' | 'declined';

/** A family on the list that a nominated one may be, and why it may. */
export interface LikelyCase {
  readonly caseId: string;
  readonly number: string;
  readonly name: string;
  readonly address: string;
  readonly hamlet: string;
  readonly villageName: string;
  readonly signs: readonly ('kk' | 'nik' | 'name')[];
}

/** A family that no roster lists and somebody proposes. */
export interface Nomination {
  readonly id: string;
  readonly visitId: string;
  readonly instanceId: string;
  /** Of its visit, for If-Match. */
  readonly version: number;
  readonly name: string;
  readonly address: string;
  readonly hamlet: string;
  readonly village: string;
  readonly villageName: string;
  readonly officer: { readonly id: string; readonly name: string };
  readonly proposedAt: Instant;
  readonly state: NominationState;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  /** Why it was declined. */
  readonly reason: string | null;
}
