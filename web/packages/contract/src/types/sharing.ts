import type { Funding, Need } from './programmes.ts';

/** `stopped`: its work failed before there was a proposal. */
export type SharingState = 'solving' | 'stopped' | 'proposed' | 'committing' | 'committed';

/** What a person asks of a sharing; a payer that is not named has no limit. */
export interface SharingTerms {
  readonly budgets: Partial<Record<Funding, number>>;
  readonly step: number;
  readonly confirmedOnly: boolean;
  readonly seed: number;
}

/** A proposal in numbers, in the order in which they count. */
export interface SharingFigures {
  readonly families: number;
  readonly needs: number;
  readonly weighted: number;
  readonly pillars: number;
  readonly inequality: number;
  readonly cost: number;
  readonly requests: number;
}

export interface SharingStarted {
  readonly id: string;
  readonly jobId: string;
}

export interface SharingLine {
  readonly id: string;
  readonly state: SharingState;
  readonly by: string | null;
  readonly createdAt: string;
  readonly families: number;
  readonly requests: number;
}

export interface SharedProgramme {
  readonly id: string;
  readonly name: string;
  readonly pillar: number;
  readonly funding: Funding;
  readonly fits: number;
  readonly given: number;
  readonly cost: number;
  /** In units, or in rupiah. */
  readonly quotas: readonly {
    readonly areaName: string;
    readonly rupiah: boolean;
    readonly units: number;
    readonly asked: number;
    readonly given: number;
  }[];
}

export interface SharedVillage {
  readonly village: string;
  readonly villageName: string;
  readonly needs: number;
  readonly asked: number;
  readonly met: number;
}

export interface SharingShow {
  readonly id: string;
  readonly state: SharingState;
  readonly terms: SharingTerms;
  readonly jobId: string;
  readonly version: number;
  readonly digest: string | null;
  readonly figures: SharingFigures | null;
  readonly programmes: readonly SharedProgramme[];
  readonly budgets: readonly { readonly funding: Funding; readonly rupiah: number; readonly asked: number; readonly given: number }[];
  readonly villages: readonly SharedVillage[];
}

export interface SharedFamily {
  readonly caseId: string;
  readonly number: string;
  readonly name: string;
  readonly villageName: string;
  /** From 1, the worst off first. */
  readonly rank: number;
  readonly people: number;
  readonly spending: number | null;
  readonly needs: readonly Need[];
  readonly asked: readonly Need[];
  readonly met: readonly Need[];
  readonly given: readonly { readonly id: string; readonly name: string; readonly pinned: boolean }[];
}

export type SharingWhy =
  | 'need'
  | 'pillar'
  | 'person'
  | 'quota'
  | 'money'
  | 'budget'
  | 'clash'
  | 'covered'
  | 'served'
  | 'room'
  | 'asked'
  | 'turnedDown'
  | 'clashAsked'
  | 'untold';

export interface SharingReason {
  readonly why: SharingWhy;
  readonly needs: readonly Need[];
  readonly what: string | null;
  readonly units: number;
  readonly asked: number;
  readonly holders: number;
  readonly worseOff: number;
  readonly equally: number;
}

export interface SharingExplanation {
  readonly programmeId: string;
  readonly programme: string;
  readonly given: boolean;
  readonly pinned: boolean;
  readonly may: boolean;
  readonly reasons: readonly SharingReason[];
}

/** @see given null takes an earlier word back */
export interface SharingChoice {
  readonly caseId: string;
  readonly programmeId: string;
  readonly given: boolean | null;
}

export interface SharingEffect {
  readonly before: SharingFigures;
  readonly after: SharingFigures;
  readonly moved: readonly {
    readonly caseId: string;
    readonly number: string;
    readonly name: string;
    readonly villageName: string;
    readonly programme: string;
  }[];
}
