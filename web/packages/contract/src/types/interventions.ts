import type { Day, Page } from './common.ts';
import type { Need, ProgrammeUnit } from './programmes.ts';

/** What an officer says about a delivery when he is with the family. */
export type DeliveryWord = 'received' | 'missing' | 'different';

export type InterventionState =
  'proposed' | 'accepted' | 'refused' | 'planned' | 'delivered' | 'failed' | 'stopped' | 'withdrawn' | DeliveryWord;

export type ProofKind = 'photo' | 'receipt' | 'signature';

/** The decree that struck a family from the list. */
export interface Struck {
  readonly decree: string;
  readonly on: Day;
}

/** One programme asked for one family, as its agency sees it. */
export interface Intervention {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly name: string;
  readonly address: string;
  readonly hamlet: string;
  readonly village: string;
  readonly villageName: string;
  readonly need: Need;
  readonly programmeId: string;
  readonly programmeCode: string;
  readonly programme: string;
  readonly unit: ProgrammeUnit;
  readonly units: number;
  readonly agency: string;
  readonly state: InterventionState;
  /** Why it was asked for although the programme's rule does not fit, or it had been received; else empty. */
  readonly againstRule: string;
  /** By which the officer shows that it was received; null before he says so. */
  readonly seen: {
    /** Metres of his phone's place; null without one. */
    readonly accuracy: number | null;
    /** Metres from there to the family; null when either is not known. */
    readonly away: number | null;
    /** That is too far for the place to show anything. */
    readonly elsewhere: boolean;
    readonly photo: boolean;
    /** Why there is neither place nor photo. */
    readonly unplaced: string;
  } | null;
  /** The first day on which the programme may be asked for again without a reason; null unless it was received. */
  readonly againFrom: Day | null;
  /** The first day that was planned; a later plan stays due on it. */
  readonly promisedOn: Day | null;
  readonly plannedOn: Day | null;
  readonly deliveredOn: Day | null;
  readonly amount: number | null;
  readonly reason: string;
  /** By when the next step is due; null when there is none. */
  readonly due: Day | null;
  readonly late: boolean;
  /** The year whose quota it draws on: that in which it was given, is planned for, or was asked. */
  readonly quotaYear: number;
  /** The request, or what the officer said last, is for who looks at it to take back. */
  readonly withdrawable: boolean;
  /** Null while the family is on the list; nothing more is planned or given once it is not. */
  readonly struck: Struck | null;
  /** What shows that it was delivered; `image` for one that a page can show, `alsoFor` how many others the same file shows. */
  readonly proofs: readonly { readonly kind: ProofKind; readonly sha256: string; readonly image: boolean; readonly alsoFor: number }[];
  readonly version: number;
}

/** Counts are of the whole list, not of one page. */
export interface InterventionList extends Page<Intervention> {
  readonly requests: number;
  readonly late: number;
  /** Of every state, also of those that are not asked for; one that no request is in is absent. */
  readonly counts: Readonly<Partial<Record<InterventionState, number>>>;
}

export interface InterventionStep {
  readonly state: InterventionState;
  readonly plannedOn: Day | null;
  readonly amount: number | null;
  readonly reason: string;
}

/** What was delivered to a family of the officer's and waits for his word. */
export interface FieldDelivery {
  readonly id: string;
  readonly version: number;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly name: string;
  readonly address: string;
  readonly villageName: string;
  readonly programme: string;
  /** For how many it is; null unless the programme counts persons. */
  readonly persons: number | null;
  readonly agency: string;
  readonly deliveredOn: Day;
  readonly amount: number | null;
  /** Null while the family is on the list; absent from what an older office sent. */
  readonly struck?: Struck | null;
  /** How many others are shown by a file that shows this one; absent from what an older office sent. */
  readonly alsoFor?: number;
}

/** What a need still lacks, the nearest to being met first. */
export type Lack = 'nothing' | 'word' | 'delivery' | 'plan' | 'answer' | 'again' | 'turnedDown' | 'request';

/** Needs by what they lack. */
export interface LackCounts {
  /** A need, a village's code, an agency's id, or `none` where no agency was asked. */
  readonly key: string;
  readonly name: string | null;
  readonly needs: number;
  readonly lacks: Readonly<Partial<Record<Lack, number>>>;
  /** Days that the longest of them waits. */
  readonly longest: number;
}

/** What families would take, and what is left of this year's quota, below 0 by how much it is over; null where the quota does not count it. */
export interface QuotaLeft {
  readonly units: number;
  readonly unitsLeft: number | null;
  /** Rupiah a year; null when it is given in kind or depends on the family. */
  readonly cost: number | null;
  readonly rupiahLeft: number | null;
}

/** A programme that would meet a need of one family. */
export interface Offer extends QuotaLeft {
  readonly programme: string;
  readonly agency: string;
}

/** One quota of an agency, beside all families in its area for whom nobody asked and whom the programme fits. */
export interface AgencyMeans extends QuotaLeft {
  readonly agencyId: string;
  readonly agency: string;
  readonly programme: string;
  readonly area: string;
  readonly areaName: string;
  readonly families: number;
}

/** What agencies have set a day for; unit: programmes given to a family. */
export interface PlanShow {
  readonly asOf: Day;
  readonly year: number;
  readonly items: readonly PlanCounts[];
}

export interface PlanCounts {
  readonly programmeId: string;
  readonly programme: string;
  readonly district: string;
  readonly districtName: string;
  /** With a day in the year, what is finished included. */
  readonly begun: number;
  readonly finished: number;
  /** With a day in a year to come. */
  readonly later: number;
}

export interface Convergence {
  readonly asOf: Day;
  /** Families that need something. */
  readonly families: number;
  /** Those of which every need has a received programme. */
  readonly converged: number;
  readonly needs: number;
  readonly met: number;
  /** Programmes received by an officer's word without a place or a photo. */
  readonly unshown: number;
  readonly byNeed: readonly LackCounts[];
  readonly byVillage: readonly LackCounts[];
  readonly byAgency: readonly LackCounts[];
  /** By agency, programme and area. */
  readonly means: readonly AgencyMeans[];
}

/** Why a family is not at zero yet. */
export interface OpenFamily {
  readonly caseId: string;
  readonly number: string;
  readonly name: string;
  readonly villageName: string;
  /** How many it has; where no gap is left all were received. */
  readonly needs: number;
  readonly gaps: readonly {
    readonly need: Need;
    readonly lack: Lack;
    readonly agency: string | null;
    readonly programme: string | null;
    readonly since: Day;
    readonly days: number;
    /** Where somebody has to ask: the programmes that fit, those of which enough is left first. */
    readonly offers: readonly Offer[];
  }[];
}

/** A workbook of answers as it was checked; nothing enters before it is committed. */
export interface InterventionSheet {
  readonly id: string;
  readonly file: string;
  readonly rows: number;
  /** Rows that say what stands already. */
  readonly same: number;
  readonly changes: readonly {
    readonly row: number;
    readonly number: string;
    readonly name: string;
    readonly programme: string;
    readonly state: InterventionState;
    readonly plannedOn: Day | null;
    readonly deliveredOn: Day | null;
    readonly amount: number | null;
  }[];
  readonly problems: readonly {
    readonly row: number;
    readonly column: string;
    readonly code: string;
    readonly value: string;
    readonly text: string;
  }[];
}

/** The agencies of a regency with who answers for each, and everybody who could. */
export interface AgencyList {
  readonly items: readonly { readonly id: string; readonly name: string; readonly people: readonly string[] }[];
  readonly able: readonly { readonly id: string; readonly name: string }[];
}
