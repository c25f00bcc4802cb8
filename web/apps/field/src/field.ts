import { Problem, Unreachable } from '@tuntas/contract';
import type { FieldFamily, FieldWork } from '@tuntas/contract';
import { FieldStore, Outbox } from '@tuntas/field-data';
import type { OutboxItem } from '@tuntas/field-data';
import type { FilledForm } from '@tuntas/forms';
import { computed, ref, shallowRef } from 'vue';
import { fetchWork, officer, submit } from './office.ts';

/** What the screens of one officer show; filled by {@link load}. */
export const work = shallowRef<FieldWork | null>(null);
export const outbox = shallowRef<readonly OutboxItem[]>([]);
export const online = ref(navigator.onLine);
export const failure = shallowRef<Problem | null>(null);

/** Where a family stands for its officer, seen with what is still on this phone. */
export type Standing = 'todo' | 'returned' | 'onPhone' | 'received' | 'approved';

export const onPhone = computed(() => outbox.value.filter((item) => item.state !== 'received'));

export function standing(family: FieldFamily): Standing {
  if (onPhone.value.some((item) => item.familyId === family.id)) return 'onPhone';
  if (family.state === 'approved') return 'approved';
  if (family.returned && !receivedSince(family)) return 'returned';
  return family.state === 'visited' || receivedSince(family) ? 'received' : 'todo';
}

function receivedSince(family: FieldFamily): boolean {
  const since = family.returned?.at ?? '';
  return outbox.value.some(
    (item) => item.familyId === family.id && item.state === 'received' && Date.parse(item.savedAt) > (Date.parse(since) || 0),
  );
}

let opening: Promise<FieldStore> | null = null;
const store = () => (opening ??= FieldStore.open());

async function readOutbox(officerId: string): Promise<void> {
  outbox.value = await (await store()).outbox(officerId);
}

/** Shows what the phone holds, then what the office has; without signal the first must do. */
export async function load(): Promise<void> {
  const id = officer.value?.id;
  if (!id) return;
  const kept = await store();
  await readOutbox(id);
  work.value ??= (await kept.work(id)) ?? null;
  try {
    work.value = await fetchWork();
    await kept.keepWork(id, work.value);
    online.value = true;
    failure.value = null;
  } catch (problem) {
    if (problem instanceof Unreachable) online.value = false;
    else if (problem instanceof Problem) failure.value = problem;
    else throw problem;
  }
}

/** Keeps a filled visit on the phone, then tries to send it. */
export async function hand(family: FieldFamily, form: FilledForm): Promise<void> {
  const id = officer.value?.id;
  if (!id) return;
  const files = await Promise.all(form.files.map(async (file) => ({ name: file.name, type: file.type, bytes: await file.arrayBuffer() })));
  await (
    await store()
  ).keep({
    instanceId: form.instanceId,
    officerId: id,
    familyId: family.id,
    familyName: family.name,
    instanceXml: form.instanceXml,
    files,
    savedAt: new Date().toISOString(),
    state: 'waiting',
  });
  await readOutbox(id);
}

let sender: Outbox | null = null;

/** Sends what waits; safe to call at any time. */
export async function send(): Promise<void> {
  const id = officer.value?.id;
  if (!id) return;
  sender ??= new Outbox(await store(), submit);
  await sender.flush(id, () => void readOutbox(id));
  await readOutbox(id);
  await load();
}

export function forgetScreens(): void {
  work.value = null;
  outbox.value = [];
  failure.value = null;
}
