import type { ContactResult, FormVersion, Round, RoundDraft } from '@tuntas/contract';
import { addDays } from '../home/burndown.ts';

export const PHOTO_KINDS = ['houseFront', 'inside', 'kkCard', 'roof', 'floor', 'wall', 'toilet', 'place', 'statement'] as const;
export const FINAL_CONTACTS: readonly ContactResult[] = ['found', 'moved', 'deceased', 'notFound', 'duplicate', 'refused'];

/** A draft that a form can write into. */
export type EditableDraft = {
  -readonly [K in keyof Omit<RoundDraft, 'povertyLines' | 'evidence'>]: RoundDraft[K];
} & {
  povertyLines: { from: string; extreme: number; poor: number }[];
  evidence: Partial<Record<ContactResult, string[]>>;
};

/** A round that starts today with the lines and photos the regency used first: Rp 322.170 and about Rp 500.000 a person a month. */
export function newRound(today: string, form: FormVersion | undefined): EditableDraft {
  return {
    code: '',
    name: '',
    opens: today,
    deadline: addDays(today, 24),
    zeroDate: `${String(Number(today.slice(0, 4)) + 1)}-12-31`,
    formId: form?.formId ?? '',
    formVersion: form?.version ?? '',
    povertyLines: [{ from: today, extreme: 322_170, poor: 500_000 }],
    evidence: { found: ['houseFront', 'inside', 'kkCard'], moved: ['place'], deceased: ['place'], notFound: ['place'], refused: ['place'] },
    attemptsBeforeNotFound: 2,
    answerDays: 30,
    phoneDays: 30,
    state: 'draft',
  };
}

export function draftOf(round: Round): EditableDraft {
  return {
    code: round.code,
    name: round.name,
    opens: round.opens,
    deadline: round.deadline,
    zeroDate: round.zeroDate,
    formId: round.formId,
    formVersion: round.formVersion,
    povertyLines: round.povertyLines.map((line) => ({ ...line })),
    evidence: Object.fromEntries(Object.entries(round.evidence).map(([contact, kinds]) => [contact, [...kinds]])),
    attemptsBeforeNotFound: round.attemptsBeforeNotFound,
    answerDays: round.answerDays,
    phoneDays: round.phoneDays,
    state: round.state,
  };
}
