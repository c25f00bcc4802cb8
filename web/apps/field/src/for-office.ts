import type { RegisteredDevice } from '@tuntas/contract';
import type { FieldStore } from '@tuntas/field-data';
import { shallowRef } from 'vue';
import { leftOnPhone, store } from './guard.ts';
import * as office from './office.ts';
import { isShort } from './room.ts';

/** To whom what leaves this phone in a file is sealed; null before the office knows the phone. */
export const exportAddress = async (open: FieldStore): Promise<RegisteredDevice | null> => open.read<RegisteredDevice>('office', '');

/** The parts of finished visits that only the office opens any more, by instance: their officer was wiped, or began anew. */
export const leftForOffice = shallowRef<ReadonlyMap<string, readonly ArrayBuffer[]>>(new Map());

let sealing: Promise<void> | null = null;

/**
 * Keeps each visit that waits once more, sealed to the office, so that a wipe need not take it. The visit itself is on the phone already:
 * where this fails it is tried at the next opening.
 */
export function sealWaiting(open: FieldStore): void {
  sealing ??= seal(open)
    .catch(() => undefined)
    .finally(() => (sealing = null));
}

async function seal(open: FieldStore): Promise<void> {
  const address = await exportAddress(open);
  if (!address || isShort.value) return;
  const sealed = await open.forOffice();
  const waiting = (await open.outbox()).filter(({ state, instanceId }) => state !== 'received' && !sealed.has(instanceId));
  if (waiting.length === 0) return;
  const { exportUnsent, visitFolder } = await import('@tuntas/field-data/export');
  for (const item of waiting) {
    const parts: ArrayBuffer[] = [];
    for await (const part of exportUnsent(open, [visitFolder(item)], address)) parts.push(await part.arrayBuffer());
    await open.keepForOffice(item.instanceId, parts);
  }
}

export async function readLeft(): Promise<void> {
  leftForOffice.value = await (store()?.leftForOffice() ?? leftOnPhone());
}

/** Forgets what the office has by now: a coordinator took it in. */
export async function forgetArrived(open: FieldStore): Promise<void> {
  for (const instanceId of (await open.leftForOffice()).keys()) {
    if (await office.hasWhole(instanceId)) await open.forgetForOffice(instanceId);
  }
  await readLeft();
}
