import type { FieldConflict } from '@tuntas/contract';
import { useFormat } from '@tuntas/ui';
import { useI18n } from 'vue-i18n';

/** Says a conflict in the language of now, not in that in which it was fetched; a reason that this version does not know yet comes in the office's words. */
export function useConflictWords(): (conflict: FieldConflict) => string {
  const { t, te, locale } = useI18n();
  const format = useFormat();
  return ({ code, detail, question, message }) => {
    const key = `conflictCode.${code === 'constraint' && detail === '' ? 'constraint-nowhere' : code}`;
    if (!te(key, 'id')) return message;
    const where = question?.[locale.value === 'en' ? 'en' : 'id'] ?? detail;
    return t(key, { detail: code === 'after-deadline' ? format.current.day(detail) : where });
  };
}
