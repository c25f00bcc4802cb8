import type { Day, Finding, Instant, Page } from './common.ts';

export interface GraduationRule {
  /** 0 while nobody has set them. */
  readonly version: number;
  readonly line: 'extreme' | 'poor';
  readonly agreedBy: 'meeting' | 'head';
  readonly sampleMonths: readonly number[];
  readonly samplePercent: number;
  /** The law or decision they rest on. */
  readonly source: string;
}

/** What a family on its way to zero waits for. */
export type GraduationStep = 'ask' | 'visit' | 'propose' | 'village' | 'decide' | 'graduated';

export type GraduationState = 'proposed' | 'agreed' | 'disagreed' | 'graduated' | 'refused' | 'ended';

export type Lacking =
  'rule' | 'decree' | 'received' | 'revisit' | 'revisitAfterDelivery' | 'met' | 'evidence' | 'expenditure' | 'aboveLine' | 'finding';

/** Rupiah a person a month, and the line that held on the day of the re-visit. */
export interface Measured {
  readonly perPerson: number | null;
  readonly line: number;
}

export interface Reassessment extends Measured {
  readonly visitId: string;
  readonly day: Day;
  readonly finding: Finding | null;
  readonly photos: number;
}

export interface Graduation extends Measured {
  readonly id: string;
  readonly version: number;
  readonly state: GraduationState;
  readonly villageOn: Day | null;
  readonly villageReason: string | null;
  /** The meeting that said so; null where a paper did. */
  readonly villageMeeting: string | null;
  readonly decidedOn: Day | null;
  readonly decidedReason: string | null;
  readonly endedOn: Day | null;
  readonly endedReason: string | null;
}

export interface GraduationCandidate {
  readonly caseId: string;
  readonly number: string;
  readonly name: string;
  readonly villageName: string;
  readonly officerId: string | null;
  /** Of the first visit, whatever came later. */
  readonly finding: Finding | null;
  readonly received: number;
  readonly receivedOn: Day | null;
  readonly step: GraduationStep;
  readonly lacks: readonly Lacking[];
  readonly revisit: { readonly kind: 'delivery' | 'sample' | 'watch'; readonly officer: string; readonly state: string | null } | null;
  readonly reassessment: Reassessment | null;
  readonly graduation: Graduation | null;
}

export interface GraduationCandidates extends Page<GraduationCandidate> {
  readonly counts: Readonly<Record<GraduationStep, number>>;
}

/** The share that is extremely poor with its interval of 95 %; of `covered` families, since nobody measured the others. */
export interface WatchEstimate {
  readonly measured: number;
  readonly poor: number;
  /** Of those measured, that did not meet a family either that had left unmet. */
  readonly absent: number;
  readonly covered: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** What a lot has found so far. */
export interface DrawFound {
  /** Among which the lot was. */
  readonly families: number;
  readonly drawn: number;
  readonly visited: number;
  /** Of those drawn, whose visit nobody is to pay any more. */
  readonly calledOff: number;
  /** Of those drawn, for whom there is no officer who may visit them. */
  readonly unsent: number;
  readonly estimate: WatchEstimate | null;
}

/** `dueOn`: the first day on which a graduated family can be drawn for one; null while none waits. */
export interface GraduationSamples extends Page<GraduationSample> {
  readonly dueOn: Day | null;
}

/** A lot among families that graduated so many months ago. */
export interface GraduationSample extends DrawFound {
  readonly id: string;
  readonly months: number;
  readonly through: Day;
  readonly seed: string;
  readonly drawnAt: Instant;
}

/** A family that left the count and was found extremely poor again. */
export interface PoorAgain {
  readonly caseId: string;
  readonly number: string;
  readonly name: string;
  readonly village: string;
  /** Its graduation has to be ended; else its village has to speak again, and an amendment to list it. */
  readonly graduated: boolean;
  readonly visitedOn: Day;
}

/** A drawn family for which there is no officer who may visit it. */
export interface UnsentFamily {
  readonly caseId: string;
  readonly number: string;
  readonly name: string;
  readonly district: string;
  readonly watch: boolean;
}

/** A lot among families that left the count; the seed is told once nobody has to be visited any more. */
export interface Watch extends DrawFound {
  readonly id: string;
  readonly opensOn: Day;
  readonly perStratum: number;
  readonly seedHash: string;
  readonly seed: string | null;
  readonly drawnAt: Instant | null;
  /** Before it was drawn; another one may be prepared then. */
  readonly calledOffAt: Instant | null;
  readonly calledOffReason: string | null;
}
