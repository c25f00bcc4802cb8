import type { Programme, Quota, QuotaLeft } from '@tuntas/contract';

/** All units, or all rupiah, of a year together; null when no quota of it counts them. */
export function quotaOf(programme: Programme, year: number, counted: 'units' | 'rupiah'): number | null {
  const shares = programme.quotas.filter((quota: Quota) => quota.year === year && quota[counted] !== null);
  return shares.length === 0 ? null : shares.reduce((sum, quota) => sum + (quota[counted] ?? 0), 0);
}

export const unitsLacking = ({ units, unitsLeft }: QuotaLeft): number => (unitsLeft === null ? 0 : Math.max(0, units - unitsLeft));

/** By how much a quota is over, 0 where it is not. */
export const over = (left: number | null): number => Math.max(0, -(left ?? 0));

export const rupiahLacking = ({ cost, rupiahLeft }: QuotaLeft): number =>
  cost === null || rupiahLeft === null ? 0 : Math.max(0, cost - rupiahLeft);
