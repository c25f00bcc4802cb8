import type { Programme } from '@tuntas/contract';

/** All units of a year together; null when no quota is known for it. */
export function quotaOf(programme: Programme, year: number): number | null {
  const shares = programme.quotas.filter((quota) => quota.year === year);
  return shares.length === 0 ? null : shares.reduce((sum, quota) => sum + quota.units, 0);
}
