import type { Day, Intervention } from '@tuntas/contract';

/** Whether it was received and its term is not over, so that it is asked for again only with a reason. */
export function isReceived(one: Intervention, today: Day): boolean {
  return one.againFrom !== null && today < one.againFrom;
}
