import type { DecreeVerdict, StruckVerdict } from '@tuntas/contract';

const STRUCK: readonly StruckVerdict[] = ['poor', 'notPoor', 'overruled', 'moved', 'deceased', 'notFound', 'duplicate', 'refused'];

/** Every verdict that the draft knows, in the order in which people ask for them. */
export const VERDICTS: readonly DecreeVerdict[] = ['listed', ...STRUCK, 'villageOpen', 'sentBack', 'newcomer', 'notReviewed', 'undecided'];

export function isStruck(verdict: DecreeVerdict): boolean {
  return STRUCK.some((one) => one === verdict);
}
