import type { FieldWork } from '@tuntas/contract';
import type { Draft, FieldStore } from '@tuntas/field-data';
import type { FilledForm } from '@tuntas/forms';
import type { RouteLocationRaw } from 'vue-router';
import { hand, isOpen, send, work } from './field.ts';
import { store } from './guard.ts';
import { PRACTICE, endPractice, practiceFamily } from './practice.ts';
import { familyOf, proposals } from './proposals.ts';
import type { Visited } from './visit.ts';

/** Whom a visit's form is filled for, where its answers are kept, and what becomes of it. */
export interface Visiting {
  readonly family: Visited;
  readonly store: FieldStore;
  readonly round: NonNullable<FieldWork['round']>;
  readonly practice: boolean;
  /** Where the officer comes from, and goes back to when he leaves. */
  readonly from: RouteLocationRaw;
  /** Takes the filled form; says where the officer goes then. */
  readonly finish: (draft: Draft, form: FilledForm) => Promise<RouteLocationRaw>;
}

/** Null when nobody of that id is to be visited any more, or the phone is locked. */
export function visitingOf(id: string): Visiting | null {
  const open = store();
  const round = work.value?.round;
  if (!open || !round) return null;
  if (id === PRACTICE) {
    const practice = open.forPractice();
    return {
      family: practiceFamily(),
      store: practice,
      round,
      practice: true,
      from: { name: 'practice' },
      finish: async (_, form) => {
        await endPractice(practice, form.instanceId);
        return { name: 'practice', query: { selesai: '1' } };
      },
    };
  }
  const proposal = proposals.value.find((one) => one.id === id);
  const family = proposal ? familyOf(proposal) : listed(id);
  if (!family || !isOpen(family)) return null;
  return {
    family,
    store: open,
    round,
    practice: false,
    from: proposal ? { name: 'proposals' } : { name: 'family', params: { id } },
    finish: async (draft, form) => {
      await hand(draft, form);
      void send(true);
      return { name: 'outbox' };
    },
  };
}

function listed(id: string): Visited | null {
  const family = work.value?.families.find((one) => one.id === id);
  return family ? { ...family, districtName: work.value?.villages?.find(({ code }) => code === family.village)?.district } : null;
}
