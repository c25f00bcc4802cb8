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

/** What a year brings to an area: so many units, so many rupiah, or both. */
export interface Quota {
  readonly year: number;
  readonly area: string;
  readonly units: number | null;
  readonly rupiah: number | null;
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
  /** For whom the rule took too many steps, or grew too large a number. */
  readonly gaveUp: number;
  readonly conditions: readonly {
    readonly text: TextPair;
    readonly holds: number;
    readonly fails: number;
    readonly unknown: number;
    readonly gaveUp: number;
    readonly onlyThis: number;
  }[];
  readonly documents: readonly {
    readonly text: TextPair;
    readonly has: number;
    readonly lacks: number;
    readonly untold: number;
    readonly gaveUp: number;
  }[];
}

/** `GAVE_UP`: it took too many steps, or its numbers grew too large. */
export type RuleAnswer = 'YES' | 'NO' | 'UNKNOWN' | 'GAVE_UP';
export type FactValue = number | boolean | string | readonly (number | boolean | string)[] | Readonly<Record<string, number>> | null;

export interface ReadFact {
  readonly name: string;
  /** Null when the answer is missing. */
  readonly value: FactValue;
}

/** What one line of a rule says of a family, and the answers it read. */
export interface SaidLine {
  readonly text: TextPair;
  readonly answer: RuleAnswer;
  readonly facts: readonly ReadFact[];
}

export interface Recommendation {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly agency: string;
  readonly pillar: Pillar;
  readonly unit: ProgrammeUnit;
  /** That the family takes: one, or its people who fit where the programme counts persons. */
  readonly units: number;
  readonly amount: number | null;
  readonly verdict: {
    readonly fits: RuleAnswer;
    readonly conditions: readonly SaidLine[];
    readonly documents: readonly SaidLine[];
  };
  /** Codes of programmes that fit as well and may not come together with this one. */
  readonly clashes: readonly string[];
}

export interface FamilyNeed {
  readonly need: Need;
  readonly proposed: RuleAnswer;
  readonly facts: readonly ReadFact[];
  readonly decision: { readonly confirmed: boolean; readonly reason: string; readonly by: string; readonly at: Instant } | null;
  readonly open: boolean;
  readonly programmes: readonly Recommendation[];
}

export interface NeedDecision {
  readonly need: Need;
  readonly confirmed: boolean;
  readonly reason: string;
}
