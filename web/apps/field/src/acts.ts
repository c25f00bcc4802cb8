import { Problem, Unreachable } from '@tuntas/contract';
import { keepAct, sendActs } from '@tuntas/field-data';
import type { FieldStore } from '@tuntas/field-data';
import { store } from './guard.ts';
import * as office from './office.ts';

/** Logs that the officer looks at a member's NIK. Returns once the phone has kept it: only then may the number be shown. */
export async function noteUnmasked(caseId: string, memberId: string): Promise<void> {
  const open = store();
  if (!open) throw new Error('the phone is locked');
  await keepAct(open, { id: crypto.randomUUID(), verb: 'nik.unmasked', caseId, memberId, at: new Date().toISOString() });
  void tellActs(open);
}

/** Tells the office what was logged; without signal or session it waits for the next contact. */
export async function tellActs(open: FieldStore): Promise<void> {
  try {
    await sendActs(open, async (acts) => {
      await office.speakFor(open.officerId);
      return (await office.recordActs(acts)).items;
    });
  } catch (problem) {
    if (!(problem instanceof Problem || problem instanceof Unreachable)) throw problem;
  }
}
