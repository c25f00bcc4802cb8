import type { FactValue, ReadFact, RuleFact } from '@tuntas/contract';

export interface FactLanguage {
  readonly language: 'id' | 'en';
  readonly label: (name: string) => string;
  readonly number: (value: number) => string;
  readonly yes: string;
  readonly no: string;
  readonly missing: string;
  readonly notAsked: string;
}

/** A fact as a person says it: what was asked, and the answer in the form's words. The empty text is what the form did not ask for. */
export function factInWords(fact: ReadFact, known: readonly RuleFact[], words: FactLanguage): string {
  const choices = known.find((one) => one.name === fact.name)?.choices ?? [];
  const say = (value: number | boolean | string): string => {
    if (typeof value === 'number') return words.number(value);
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    return choices.find((choice) => choice.code === value)?.label[words.language] ?? value;
  };
  const said = valueInWords(fact.value, say) || (fact.value === null ? words.missing : words.notAsked);
  return `${words.label(fact.name)}: ${said}`;
}

function valueInWords(value: FactValue, say: (one: number | boolean | string) => string): string {
  if (value === null) return '';
  if (typeof value !== 'object') return say(value);
  if (isList(value))
    return value
      .filter((one) => one !== '')
      .map(say)
      .join(', ');
  return Object.entries(value)
    .map(([key, year]) => `${say(key)} ${String(year)}`)
    .join(', ');
}

const isList = (value: object): value is readonly (number | boolean | string)[] => Array.isArray(value);
