import type { Grant, Instant } from './common.ts';

export interface UserAccount {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly phone: string | null;
  readonly roles: readonly Grant[];
  readonly disabled: boolean;
  readonly lastSeen: Instant | null;
  readonly version?: number;
}

export interface LedgerEntry {
  readonly id: string;
  readonly at: Instant;
  readonly actor: string | null;
  readonly verb: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly leafHash: string;
  readonly block: number | string | null;
}

export interface LedgerState {
  readonly entries: number;
  readonly blocks: number;
  readonly lastRoot: string | null;
  /** Folder that the command line verifies. */
  readonly data: string;
  readonly verifiedAt: Instant | null;
  readonly intact: boolean | null;
  /** How many entries there were then; nothing is said of later ones. */
  readonly verified: number | null;
}
