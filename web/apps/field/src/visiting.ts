import type { Draft, FieldStore } from '@tuntas/field-data';
import type { FilledForm } from '@tuntas/forms';
import type { RouteLocationRaw } from 'vue-router';
import { drafts, hand, isOpen, send, work } from './field.ts';
import { store } from './guard.ts';
import { PRACTICE, practiceFamily } from './practice.ts';
import { familyOf, proposals } from './proposals.ts';
import { familyInAnswers, newDraft } from './visit.ts';
import type { Visited } from './visit.ts';

/** Whom a visit's form is filled for, where its answers are kept, and what becomes of it. */
export interface Visiting {
  readonly family: Visited;
  readonly store: FieldStore;
  /** What the answers go into where the phone has kept none. */
  readonly draft: Draft;
  readonly practice: boolean;
  /** Where the officer comes from, and goes back to when he leaves. */
  readonly from: RouteLocationRaw;
  /** Takes the filled form; says where the officer goes then. */
  readonly finish: (draft: Draft, form: FilledForm) => Promise<RouteLocationRaw>;
}

/** Null when nobody of that id is to be visited any more and no visit was begun, or the phone is locked. */
export function visitingOf(id: string): Visiting | null {
  const open = store();
  if (!open || !work.value) return null;
  return id === PRACTICE ? practiceIn(open) : visitIn(open, id);
}

function practiceIn(open: FieldStore): Visiting | null {
  const round = work.value?.round;
  if (!round) return null;
  const practice = open.forPractice();
  const family = practiceFamily();
  return {
    family,
    store: practice,
    draft: newDraft(family, round),
    practice: true,
    from: { name: 'practice' },
    finish: async () => {
      await practice.forgetDraft(PRACTICE);
      return { name: 'practice', query: { selesai: '1' } };
    },
  };
}

function visitIn(open: FieldStore, id: string): Visiting | null {
  const round = work.value?.round;
  const known = knownFamily(id);
  const begun = drafts.value.find(({ familyId }) => familyId === id);
  const family = known ?? begun?.family ?? (begun && familyInAnswers(begun));
  const draft = begun ?? (round && known && isOpen(known) ? newDraft(known, round) : null);
  if (!family || !draft) return null;
  return {
    family: inDistrict(family),
    store: open,
    draft,
    practice: false,
    from: proposals.value.some((one) => one.id === id) ? { name: 'proposals' } : { name: 'family', params: { id } },
    finish: async (filled, form) => {
      await hand(filled, form);
      void send(true);
      return { name: 'outbox' };
    },
  };
}

function knownFamily(id: string): Visited | undefined {
  const proposal = proposals.value.find((one) => one.id === id);
  return proposal ? familyOf(proposal) : work.value?.families.find((one) => one.id === id);
}

function inDistrict(family: Visited): Visited {
  return { ...family, districtName: family.districtName ?? work.value?.villages?.find(({ code }) => code === family.village)?.district };
}

/** Why a begun visit comes too late; it may be finished and sent all the same, and the office decides. Null while it does not. */
export function lateOf(id: string): 'roundClosed' | 'notListed' | 'visited' | null {
  if (id === PRACTICE || !work.value) return null;
  if (!work.value.round) return 'roundClosed';
  const known = knownFamily(id);
  if (!known) return 'notListed';
  return isOpen(known) ? null : 'visited';
}
