import { Problem } from '@tuntas/contract';
import type { Ref } from 'vue';

/**
 * What a refusal says of single fields, by the names that the server gives them. Beside the field `id` that stands in an element whose id is
 * `salah-` and the field's.
 */
export function useFieldProblems(failure: Ref<unknown>) {
  const wrong = (field: string): string | undefined =>
    failure.value instanceof Problem ? failure.value.errors.find(({ pointer }) => pointer === `/${field}`)?.detail : undefined;
  const marked = (field: string, id: string, hint = '') => ({
    'aria-invalid': wrong(field) ? true : undefined,
    'aria-describedby': [hint, wrong(field) ? `salah-${id}` : ''].filter(Boolean).join(' ') || undefined,
  });
  return { wrong, marked };
}
