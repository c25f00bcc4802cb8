import type { FieldAct, FieldActResult } from '@tuntas/contract';
import type { FieldStore } from './store.ts';

const AT_ONCE = 500;

/** Keeps what the officer did until the office has it in its ledger. */
export function keepAct(store: FieldStore, act: FieldAct): Promise<void> {
  return store.write('act', act.id, act);
}

/** Tells the office of the kept acts, oldest first; each that it has answered for is forgotten, the answer is final. */
export async function sendActs(
  store: FieldStore,
  record: (acts: readonly FieldAct[]) => Promise<readonly FieldActResult[]>,
): Promise<void> {
  const acts = (await store.readAll<FieldAct>('act')).sort((a, b) => a.at.localeCompare(b.at));
  for (let from = 0; from < acts.length; from += AT_ONCE) {
    const answers = await record(acts.slice(from, from + AT_ONCE));
    await Promise.all(answers.map((answer) => store.forget('act', answer.id)));
  }
}
