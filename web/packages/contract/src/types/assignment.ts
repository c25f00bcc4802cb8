import type { Instant } from './common.ts';

export interface ProposedVillage {
  readonly village: string;
  readonly name: string;
  readonly families: number;
  /** Those of them that another officer has now, or nobody. */
  readonly added: number;
}

export interface ProposedOfficer {
  readonly officerId: string;
  readonly name: string;
  readonly district: string;
  readonly current: number;
  readonly proposed: number;
  readonly villages: readonly ProposedVillage[];
}

export interface AssignmentProposal {
  readonly proposalId: string;
  readonly unit: 'family';
  readonly officers: readonly ProposedOfficer[];
  readonly spread: { readonly min: number; readonly max: number; readonly mean: number };
}

export interface ProposalMove {
  readonly village: string;
  readonly fromOfficer: string;
  readonly toOfficer: string;
  readonly families: number;
}

export interface OfficerSummary {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly district: string | null;
  readonly families: number;
  readonly visited: number;
  readonly approved: number;
  readonly returned: number;
  readonly lastSeen: Instant | null;
  /** When his phone was last heard of, in real time; null for who does not manage it. */
  readonly phoneSeen: Instant | null;
}
