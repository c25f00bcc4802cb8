import { forceCloseDatabase } from 'fake-indexeddb';
import { openDB, unwrap } from 'idb';
import { describe, expect, it } from 'vitest';
import type { Database, Schema, Upgrade } from './database.ts';
import { UPGRADES, openDatabase } from './database.ts';
import { FieldStore } from './store.ts';
import { OFFICER, QUICK, newStore, photo, putItem } from './testing.ts';
import { createVault, openVault } from './vault.ts';

/** The stores as phones in use have them: version 2. Never change this; a new version of the database has to open it. */
const version2 = (name: string) =>
  openDB<Schema>(name, 2, {
    upgrade(database) {
      database.createObjectStore('officers');
      database.createObjectStore('records');
      database.createObjectStore('files');
    },
  });

describe('A database that the browser closed by itself', () => {
  it('is opened again when something is to be kept, and read from then on', async () => {
    const { database, store } = await newStore();
    database.close();
    await Promise.all([store.keepList('families.csv', 'name'), store.keepFile('uuid:1', photo('1.jpg', 1))]);
    expect(await store.list('families.csv')).toBe('name');
    expect(await store.file('uuid:1', photo('1.jpg'))).not.toBeNull();
  });

  it('is opened again as soon as the browser tells', async () => {
    const { database, store } = await newStore();
    await store.keepList('families.csv', 'name');
    forceCloseDatabase(unwrap(database.transaction('records').db) as never);
    await expect.poll(() => store.list('families.csv').catch(() => null)).toBe('name');
  });
});

describe('A newer app', () => {
  const later: Upgrade = (database) => void (database as unknown as IDBDatabase).createObjectStore('later');

  it.each([
    ['this', UPGRADES],
    ['the next', [...UPGRADES, later]],
  ])('finds in %s version of the database the officer, the waiting visit and its photo', async (_name, upgrades) => {
    const name = `test-${crypto.randomUUID()}`;
    const { key, vault } = await createVault('sandi', QUICK);
    const before = await version2(name);
    await before.put('officers', { user: { id: OFFICER } as never, vault, lastContact: 7, wipeAfterDays: 14 }, OFFICER);
    const item = await putItem(new FieldStore(before as Database, OFFICER, key), 'uuid:1', '2023-02-04T01:00:00Z', photo('1.jpg', 1, 2));
    before.close();

    const after = await openDatabase(name, upgrades);
    const kept = (await after.get('officers', OFFICER))!;
    expect(kept.lastContact).toBe(7);
    const opening = await openVault(kept.vault, 'password', 'sandi');
    if (opening.kind !== 'opened') throw new Error(opening.kind);
    const store = new FieldStore(after, OFFICER, opening.key);
    expect(await store.outbox()).toEqual([item]);
    expect(new Uint8Array(await (await store.file('uuid:1', photo('1.jpg')))!.arrayBuffer())).toEqual(new Uint8Array([1, 2]));
  });
});
