import type { ReadFact, RuleFact } from '@tuntas/contract';
import { useFormat } from '@tuntas/ui';
import { useI18n } from 'vue-i18n';
import { factInWords } from './fact-words.ts';

/** {@link factInWords} in the reader's language. */
export function useFactWords(known: () => readonly RuleFact[]): (fact: ReadFact) => string {
  const { t } = useI18n();
  const format = useFormat();
  return (fact) =>
    factInWords(fact, known(), {
      language: format.current.language,
      label: (name) => t(`fact.${name}`),
      number: (value) => (fact.name === 'year' ? String(value) : format.current.number(value)),
      yes: t('programme.facts.yes'),
      no: t('programme.facts.no'),
      missing: t('need.missing'),
      notAsked: t('need.notAsked'),
    });
}
