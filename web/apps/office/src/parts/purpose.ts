import type { ExportPurpose } from '@tuntas/contract';
import { type WritableComputedRef, computed, ref } from 'vue';
import { useRoute } from 'vue-router';

const kept = ref<{ readonly page: string; readonly purpose: ExportPurpose | '' }>({ page: '', purpose: '' });

/** What papers are taken for: chosen once for a page, until those of another are asked for. */
export function usePurpose(): WritableComputedRef<ExportPurpose | ''> {
  const page = useRoute().path;
  if (kept.value.page !== page) kept.value = { page, purpose: '' };
  return computed({ get: () => kept.value.purpose, set: (purpose) => (kept.value = { page, purpose }) });
}
