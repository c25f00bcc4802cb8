import type { ProgressRow } from '@tuntas/contract';
import { shallowRef } from 'vue';
import { api, may, round } from '../session.ts';

/** What waits at each station for this person's region; null while unknown. */
export const roadCounts = shallowRef<ProgressRow | null>(null);

export async function refreshRoadCounts(): Promise<void> {
  if (!round.value || !may('progress.read')) {
    roadCounts.value = null;
    return;
  }
  try {
    const progress = await api.progress(round.value.code, 'round');
    roadCounts.value = progress.rows[0] ?? null;
  } catch {
    roadCounts.value = null; // the rail goes without numbers; pages say for themselves what failed
  }
}
