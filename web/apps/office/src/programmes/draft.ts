import type { Programme, ProgrammeDraft, ProgrammeRule, RuleLine } from '@tuntas/contract';

export const FUNDINGS = ['apbn', 'apbdProvince', 'apbdRegency', 'villageFund', 'csr'] as const;
export const UNITS = ['family', 'person', 'house'] as const;
export const NEEDS = [
  'food',
  'income',
  'housing',
  'water',
  'toilet',
  'electricity',
  'health',
  'school',
  'stunting',
  'disability',
  'elderly',
  'papers',
] as const;
export const PILLARS = [1, 2, 3] as const;

export interface EditableLine {
  text: { id: string; en: string };
  expression: string;
}

export interface EditableRule {
  conditions: EditableLine[];
  documents: EditableLine[];
}

export interface EditableQuota {
  year: number;
  area: string;
  units: number | '';
  rupiah: number | '';
}

/** A draft that a form can write into. */
export type EditableProgramme = {
  -readonly [K in keyof Omit<ProgrammeDraft, 'rule' | 'quotas' | 'amount' | 'needs' | 'notWith'>]: ProgrammeDraft[K];
} & {
  amount: number | '';
  needs: string[];
  notWith: string[];
  rule: EditableRule;
  quotas: EditableQuota[];
};

export const emptyLine = (): EditableLine => ({ text: { id: '', en: '' }, expression: '' });

export function draftOf(programme: Programme | null): EditableProgramme {
  if (!programme)
    return {
      code: '',
      name: '',
      pillar: 1,
      agency: '',
      funding: 'apbdRegency',
      unit: 'family',
      amount: '',
      needs: [],
      notWith: [],
      active: true,
      rule: { conditions: [emptyLine()], documents: [] },
      quotas: [],
    };
  const { code, name, pillar, agency, funding, unit, active } = programme;
  return {
    ...{ code, name, pillar, agency, funding, unit, active },
    amount: programme.amount ?? '',
    needs: [...programme.needs],
    notWith: [...programme.notWith],
    rule: { conditions: programme.rule.conditions.map(editable), documents: programme.rule.documents.map(editable) },
    quotas: programme.quotas.map((quota) => ({ ...quota, units: quota.units ?? '', rupiah: quota.rupiah ?? '' })),
  };
}

/** Without a translation of its own, the Indonesian stands for both; the form then shows no English. */
function editable({ text, expression }: RuleLine): EditableLine {
  return { text: { id: text.id, en: text.en === text.id ? '' : text.en }, expression: expression ?? '' };
}

export function ruleOf(rule: EditableRule): ProgrammeRule {
  const line = ({ text, expression }: EditableLine): RuleLine => ({ text: { ...text }, expression: expression.trim() || null });
  return { conditions: rule.conditions.map(line), documents: rule.documents.map(line) };
}

export function wishOf(draft: EditableProgramme): ProgrammeDraft {
  return {
    ...draft,
    amount: draft.amount === '' ? null : draft.amount,
    needs: NEEDS.filter((need) => draft.needs.includes(need)),
    rule: ruleOf(draft.rule),
    quotas: draft.quotas.map((quota) => ({ ...quota, units: quota.units || null, rupiah: quota.rupiah || null })),
  };
}
