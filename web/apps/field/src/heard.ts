import type { OutboxItem } from '@tuntas/field-data';
import { shallowRef } from 'vue';

/** What has just become of visits, by the names of their families. */
export interface News {
  readonly what: 'queued' | 'received' | 'refused';
  readonly names: string;
}

/** The last of it: a screen reader says it, whatever screen is open. */
export const heard = shallowRef<News | null>(null);

/** What the office has answered between two looks at the outbox; null when nothing. What was not there before is no news. */
export function newsOf(before: readonly OutboxItem[], now: readonly OutboxItem[]): News | null {
  const former = new Map(before.map(({ instanceId, state }) => [instanceId, state]));
  for (const what of ['refused', 'received'] as const) {
    const become = now.filter(({ instanceId, state }) => state === what && (former.get(instanceId) ?? what) !== what);
    if (become.length > 0) return { what, names: become.map(({ familyName }) => familyName).join(', ') };
  }
  return null;
}
