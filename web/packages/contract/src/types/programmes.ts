import type { Day, Instant, TextPair } from './common.ts';

export type Pillar = 1 | 2 | 3;
export type Funding = 'apbn' | 'apbdProvince' | 'apbdRegency' | 'villageFund' | 'csr';
export type ProgrammeUnit = 'family' | 'person' | 'house';
export type Need =
  | 'food'
  | 'income'
  | 'housing'
  | 'water'
  | 'toilet'
  | 'electricity'
  | 'health'
  | 'school'
  | 'stunting'
  | 'disability'
  | 'elderly'
  | 'papers';

/** One line of a rule: the expression (CEL), and words that say the same. A document that no answer tells of has no expression. */
export interface RuleLine {
  readonly text: TextPair;
  readonly expression: string | null;
}

export interface ProgrammeRule {
  readonly conditions: readonly RuleLine[];
  readonly documents: readonly RuleLine[];
}

export interface Quota {
  readonly year: number;
  readonly area: string;
  readonly units: number;
}

export interface ProgrammeDraft {
  readonly code: string;
  readonly name: string;
  readonly pillar: Pillar;
  readonly agency: string;
  readonly funding: Funding;
  readonly unit: ProgrammeUnit;
  /** Rupiah for one unit in one year; null when it is given in kind or depends on the family. */
  readonly amount: number | null;
  readonly needs: readonly Need[];
  readonly notWith: readonly string[];
  readonly active: boolean;
  readonly rule: ProgrammeRule;
  readonly quotas: readonly Quota[];
}

export interface Programme extends ProgrammeDraft {
  readonly id: string;
  readonly agencyId: string;
  readonly ruleVersion: number;
  readonly ruleSince: Instant;
  readonly version: number;
}

export interface RuleVersion {
  readonly version: number;
  readonly rule: ProgrammeRule;
  readonly savedBy: string | null;
  readonly savedAt: Instant;
}

/** A word that a rule can use. */
export interface RuleFact {
  readonly name: string;
  readonly type: string;
  readonly choices: readonly { readonly code: string; readonly label: TextPair }[];
}

/** What a rule would do to the families there are; every number counts families. */
export interface RuleTrial {
  readonly asOf: Day;
  readonly families: number;
  readonly fits: number;
  readonly unknown: number;
  readonly conditions: readonly {
    readonly text: TextPair;
    readonly holds: number;
    readonly fails: number;
    readonly unknown: number;
    readonly onlyThis: number;
  }[];
  readonly documents: readonly { readonly text: TextPair; readonly has: number; readonly lacks: number; readonly untold: number }[];
}
