import type { DecreedCounts, ProgressRow } from '@tuntas/contract';
import { shallowRef } from 'vue';
import { api, may, round } from '../session.ts';

export interface RoadCounts extends ProgressRow {
  /** Null until a decree names a family. */
  readonly decreed: DecreedCounts | null;
}

/** What waits at each station for this person's region, at the review what its queue shows: visits of the later road, too. Null while unknown. */
export const roadCounts = shallowRef<RoadCounts | null>(null);

export async function refreshRoadCounts(): Promise<void> {
  if (!round.value || !may('progress.read')) {
    roadCounts.value = null;
    return;
  }
  try {
    const { code } = round.value;
    const [progress, queue] = await Promise.all([
      api.progress(code, 'round'),
      may('visit.review') ? api.reviews({ round: code, filter: 'all', limit: 1 }) : null,
    ]);
    const row = progress.rows[0];
    const decreed = progress.decreed?.families ? progress.decreed : null;
    roadCounts.value = row ? { ...row, waiting: queue?.counts.all ?? row.waiting, decreed } : null;
  } catch {
    roadCounts.value = null; // the rail goes without numbers; pages say for themselves what failed
  }
}
