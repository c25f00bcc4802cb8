import type { DecreeVerdict } from '@tuntas/contract';

/** Every verdict that the draft knows, in the order in which people ask for them. */
export const VERDICTS: readonly DecreeVerdict[] = [
  'listed',
  'poor',
  'notPoor',
  'overruled',
  'moved',
  'deceased',
  'notFound',
  'duplicate',
  'refused',
  'villageOpen',
  'sentBack',
  'newcomer',
  'notReviewed',
  'undecided',
];
