import type { Day, Instant } from './common.ts';

export type StruckVerdict = 'poor' | 'notPoor' | 'overruled' | 'moved' | 'deceased' | 'notFound' | 'duplicate' | 'refused';
export type PendingVerdict = 'villageOpen' | 'sentBack' | 'newcomer' | 'notReviewed' | 'undecided';
export type DecreeVerdict = 'listed' | StruckVerdict | PendingVerdict;

export interface DecreeCount {
  readonly families: number;
  /** Persons of these families on the roster. */
  readonly listed: number;
  /** Who live there by the visits. */
  readonly persons: number;
}

export interface DecreeHoldup {
  readonly code: PendingVerdict | 'unsigned' | 'secondLook' | 'conflict' | 'nomination' | 'petition';
  readonly unit: 'family' | 'visit' | 'nomination' | 'petition';
  readonly count: number;
}

export interface DecreeVillage {
  readonly code: string;
  readonly name: string;
  readonly state: 'none' | 'open' | 'closed';
  readonly meetingId: string | null;
  readonly families: number;
  /** Families that are not settled. */
  readonly pending: number;
  readonly list: DecreeCount;
}

export interface DecreeDistrict {
  readonly code: string;
  readonly name: string;
  readonly villagesDone: number;
  readonly list: DecreeCount;
  readonly villages: readonly DecreeVillage[];
}

/** The decree as it would be now. */
export interface DecreeDraft {
  readonly villages: number;
  readonly villagesDone: number;
  readonly list: DecreeCount;
  readonly roster: DecreeCount;
  readonly kept: DecreeCount;
  readonly added: DecreeCount;
  readonly unsettled: DecreeCount;
  readonly struck: readonly { readonly verdict: StruckVerdict; readonly count: DecreeCount }[];
  readonly holdups: readonly DecreeHoldup[];
  readonly districts: readonly DecreeDistrict[];
}

export interface DecreeShow {
  readonly round: string;
  readonly roundName: string;
  readonly asOf: Day;
  readonly draft: DecreeDraft;
  /** Of the draft, for who locks it. */
  readonly tag: string;
  /** The decree and its amendments in their order. */
  readonly decrees: readonly LockedDecree[];
  /** Of the list in force. */
  readonly districts: readonly LockedDistrict[];
  /** Families that the draft has and the list in force has not. */
  readonly addable: number;
  /** Families of the list in force that the draft would strike. */
  readonly unfit: number;
  readonly mayLock: boolean;
  /** Takes the draft to its signature, and need not say what for. */
  readonly prepares: boolean;
  /** May read every family of the regency: papers, workbook and proofs are of the whole list. */
  readonly readsAll: boolean;
}

export interface LockedDecree {
  readonly ordinal: number;
  readonly number: string;
  readonly decidedOn: Day;
  readonly lockedAt: Instant;
  readonly lockedBy: string;
  /** Why it was locked although something held it back. */
  readonly despite: string;
  /** In force from it on, as `persons` and `root`. */
  readonly families: number;
  readonly persons: number;
  readonly listed: number;
  readonly struck: number;
  readonly root: string;
}

export interface LockedVillage {
  readonly code: string;
  readonly name: string;
  readonly families: number;
  readonly persons: number;
}

export interface LockedDistrict extends LockedVillage {
  readonly villages: readonly LockedVillage[];
}

/** A family as it was when a decree named it. */
export interface AnnexRow {
  readonly family: string;
  readonly number: string;
  readonly name: string;
  readonly address: string;
  readonly hamlet: string;
  readonly village: string;
  readonly villageName: string;
  readonly district: string;
  readonly districtName: string;
  readonly rosterKey: string | null;
  readonly persons: number;
  readonly edition: number;
}

export interface ListedFamily {
  readonly row: AnnexRow;
  /** What the draft would say of it now. */
  readonly verdict: DecreeVerdict | null;
}

export interface DecreeChange {
  readonly familyId: string;
  readonly reason: string;
}

/** What an amendment is to do, as it follows on the newest decree that was seen. */
export interface DecreeChanges {
  readonly after: number;
  readonly added: readonly DecreeChange[];
  readonly struck: readonly DecreeChange[];
}

export interface AmendmentDraft {
  readonly paper: Blob;
  /** Changes whenever the amendment does. */
  readonly tag: string;
}

export interface DraftFamily {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly address: string;
  readonly hamlet: string;
  readonly village: string;
  readonly villageName: string;
  readonly districtName: string;
  readonly nominated: boolean;
  readonly listed: number;
  readonly persons: number;
  readonly verdict: DecreeVerdict;
  /** Of the meeting that decided. */
  readonly edition: number | null;
  readonly overruled: boolean;
}

/** What a list by name is wanted for. */
export type ExportPurpose = 'fieldwork' | 'meeting' | 'agency' | 'ministry' | 'audit' | 'correction';
