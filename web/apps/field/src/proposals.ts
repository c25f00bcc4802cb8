import { Problem, Unreachable } from '@tuntas/contract';
import type { FieldVillage, Instant, Nomination } from '@tuntas/contract';
import type { FieldStore } from '@tuntas/field-data';
import { shallowRef } from 'vue';
import { store } from './guard.ts';
import * as office from './office.ts';
import type { Visited } from './visit.ts';

/** A family that the officer met and no list names. */
export interface Proposal {
  readonly id: string;
  /** What the form names it by; the office knows from it that the family is proposed, and where. */
  readonly number: string;
  readonly name: string;
  readonly address: string;
  readonly hamlet: string;
  readonly village: FieldVillage;
  readonly at: Instant;
}

export type TypedProposal = Pick<Proposal, 'name' | 'address' | 'hamlet' | 'village'>;

/** What the officer proposed on this phone; the newest first. */
export const proposals = shallowRef<readonly Proposal[]>([]);
/** What the office makes of all that he proposed, as this phone last heard. */
export const nominations = shallowRef<readonly Nomination[]>([]);

export async function readProposals(from: FieldStore): Promise<void> {
  const [kept, heard] = await Promise.all([from.readAll<Proposal>('proposal'), from.read<readonly Nomination[]>('office', 'nominations')]);
  if (store() !== from) return;
  proposals.value = kept.sort((a, b) => b.at.localeCompare(a.at));
  nominations.value = heard ?? [];
}

export function forgetProposals(): void {
  proposals.value = [];
  nominations.value = [];
}

/** Asks what became of the officer's proposals; without signal what was heard last must do. */
export async function askNominations(open: FieldStore): Promise<void> {
  try {
    await open.write('office', 'nominations', await office.fetchNominations());
    await readProposals(open);
  } catch (problem) {
    if (!(problem instanceof Problem || problem instanceof Unreachable)) throw problem;
  }
}

/** What the officer has typed of a family that he is about to propose; kept as it is typed. */
export async function keepTyped(typed: TypedProposal): Promise<void> {
  await store()?.write('office', 'typed', typed);
}

export async function readTyped(): Promise<TypedProposal | null> {
  return (await store()?.read<TypedProposal>('office', 'typed')) ?? null;
}

export async function propose(typed: TypedProposal): Promise<Proposal> {
  const open = store();
  if (!open) throw new Error('the phone is locked');
  const id = crypto.randomUUID();
  const proposal: Proposal = { ...typed, id, number: `USUL-${typed.village.code}-${id.slice(0, 8)}`, at: new Date().toISOString() };
  await open.write('proposal', id, proposal);
  await open.forget('office', 'typed');
  await readProposals(open);
  return proposal;
}

/** Takes back what is not sent yet, with the answers given so far. */
export async function takeBack(proposal: Proposal): Promise<void> {
  const open = store();
  if (!open) return;
  await open.forgetDraft(proposal.id);
  await open.forget('proposal', proposal.id);
  await readProposals(open);
}

/** The proposal as the form and the outbox know families. */
export function familyOf({ id, number, name, address, hamlet, village }: Proposal): Visited {
  return {
    id,
    number,
    name,
    address,
    hamlet,
    village: village.code,
    villageName: village.name,
    districtName: village.district,
    lat: null,
    lng: null,
    state: 'assigned',
    members: [],
    returned: null,
    visitedAt: null,
  };
}
