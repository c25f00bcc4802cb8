import type { Day, Intervention } from '@tuntas/contract';

/** The day that was promised first, where another one is planned by now. */
export function movedFrom({ promisedOn, plannedOn }: Intervention): Day | null {
  return promisedOn === plannedOn ? null : promisedOn;
}
