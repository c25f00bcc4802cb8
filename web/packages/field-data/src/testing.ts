import 'fake-indexeddb/auto';
import { openDatabase } from './database.ts';
import { sha256 } from './seal.ts';
import { FieldStore } from './store.ts';
import type { OutboxItem } from './types.ts';
import { createVault } from './vault.ts';

export const OFFICER = 'officer-1';
export const XML = '<data><meta><instanceID>uuid:1</instanceID></meta></data>';
export const QUICK = 1_000;

export async function newStore() {
  const database = await openDatabase(`test-${crypto.randomUUID()}`);
  const { key } = await createVault('sandi', QUICK);
  return { database, key, store: new FieldStore(database, OFFICER, key) };
}

export const photo = (name: string, ...bytes: number[]) => new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' });

/** A finished visit on the phone with its photos. */
export async function putItem(store: FieldStore, instanceId: string, savedAt: string, ...photos: readonly File[]): Promise<OutboxItem> {
  const files = [];
  for (const file of photos) files.push(await store.keepFile(instanceId, file));
  const item: OutboxItem = {
    instanceId,
    familyId: `family of ${instanceId}`,
    familyName: 'Ni Luh Contoh',
    instanceXml: XML,
    contentHash: await sha256(new TextEncoder().encode(XML)),
    files,
    sent: 0,
    savedAt,
    state: 'waiting',
    misses: 0,
    nextTry: 0,
  };
  await store.keep(item);
  return item;
}
