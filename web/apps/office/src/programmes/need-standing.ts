import type { Day, FamilyNeed, Intervention, InterventionState, Recommendation } from '@tuntas/contract';
import { isReceived } from './received.ts';

/** How far a need is, the most urgent first: nothing fits it, nobody asked, an agency has it, it was met. */
const STANDINGS = ['lacking', 'unasked', 'asked', 'met'] as const;

export interface NeedStanding {
  readonly is: (typeof STANDINGS)[number];
  /** Requests for this need. */
  readonly here: readonly Intervention[];
  /** Of these the ones that still count; when none does, the last that ended. */
  readonly shown: readonly Intervention[];
  /** Programmes whose rule does not speak against the family. */
  readonly fitting: readonly Recommendation[];
}

const ENDED: readonly InterventionState[] = ['refused', 'failed', 'stopped', 'withdrawn'];

/** @param asked all that was asked for the family */
export function needStanding(need: FamilyNeed, asked: readonly Intervention[], today: Day): NeedStanding {
  const here = asked.filter((one) => one.need === need.need);
  const counting = here.filter((one) => !ENDED.includes(one.state));
  const fitting = need.programmes.filter((one) => one.verdict.fits !== 'NO');
  const met = asked.some(
    (one) => isReceived(one, today) && (one.need === need.need || need.programmes.some((programme) => programme.id === one.programmeId)),
  );
  return {
    is: met ? 'met' : counting.length > 0 ? 'asked' : fitting.length > 0 ? 'unasked' : 'lacking',
    here,
    shown: counting.length > 0 ? counting : here.slice(-1),
    fitting,
  };
}

export function byUrgency(needs: readonly FamilyNeed[], asked: readonly Intervention[], today: Day): readonly FamilyNeed[] {
  const rank = (one: FamilyNeed) => STANDINGS.indexOf(needStanding(one, asked, today).is);
  return [...needs].sort((a, b) => rank(a) - rank(b));
}
