import type { FieldWork, SignedInUser } from '@tuntas/contract';
import { describe, expect, it } from 'vitest';
import { Officers } from './officers.ts';
import { FieldStore } from './store.ts';
import { OFFICER, QUICK, newStore, photo, putItem } from './testing.ts';
import type { Draft } from './types.ts';
import { createVault } from './vault.ts';

const work = { sequence: 3, round: null, families: [{ id: 'f', name: 'Ni Luh Contoh' }] } as unknown as FieldWork;
const draft = (familyId: string): Draft => ({
  familyId,
  familyName: 'Ni Luh Contoh',
  formId: 'verval',
  formVersion: '1',
  instanceId: `uuid:${familyId}`,
  deprecatedId: null,
  instanceXml: '<data/>',
  files: [],
  place: null,
  attempts: [],
  startedAt: '2023-02-04T01:00:00Z',
  savedAt: '2023-02-04T01:00:00Z',
});

describe('What the phone keeps', () => {
  it('comes back as it was: list, form, drafts and files', async () => {
    const { store } = await newStore();
    await store.keepWork(work);
    await store.keepForm({ formId: 'verval', formVersion: '1', xml: '<html/>' });
    await store.keepDraft(draft('a'));
    await store.keepDraft(draft('b'));
    const kept = await store.keepFile('uuid:a', photo('1.jpg', 1, 2, 3));
    expect(await store.work()).toEqual(work);
    expect((await store.form('verval', '1'))?.xml).toBe('<html/>');
    expect((await store.drafts()).map((one) => one.familyId)).toEqual(['a', 'b']);
    const file = await store.file('uuid:a', kept);
    expect(file?.type).toBe('image/jpeg');
    expect(new Uint8Array(await file!.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
    expect(kept.sha256).toBe('039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81');
  });

  it('cannot be read without the key', async () => {
    const { database, store } = await newStore();
    await store.keepWork(work);
    await store.keepFile('uuid:a', photo('1.jpg', 1, 2, 3));
    const everything = [...(await database.getAll('records')), ...(await database.getAll('files'))];
    for (const { bytes } of everything) expect(new TextDecoder().decode(bytes)).not.toContain('Contoh');
    const stranger = new FieldStore(database, OFFICER, (await createVault('lain', QUICK)).key);
    await expect(stranger.work()).rejects.toThrow();
  });

  it('cannot be moved to another place', async () => {
    const { database, store } = await newStore();
    await store.keepDraft(draft('a'));
    await database.put('records', (await database.get('records', [OFFICER, 'draft', 'a']))!, [OFFICER, 'draft', 'b']);
    await expect(store.draft('b')).rejects.toThrow();
  });

  it('has a finished visit in the outbox and no longer as a draft', async () => {
    const { store } = await newStore();
    const item = await putItem(store, 'uuid:a', '2023-02-04T02:00:00Z');
    await store.forget('outbox', 'uuid:a');
    await store.keepDraft(draft('a'));
    await store.finish(draft('a'), item);
    expect(await store.drafts()).toEqual([]);
    expect((await store.outbox()).map((one) => one.instanceId)).toEqual(['uuid:a']);
  });

  it('forgets the files of a visit but those that are named', async () => {
    const { store } = await newStore();
    const [one, two] = [await store.keepFile('uuid:a', photo('1.jpg', 1)), await store.keepFile('uuid:a', photo('2.jpg', 2))];
    await store.forgetFiles('uuid:a', ['2.jpg']);
    expect(await store.file('uuid:a', one)).toBeNull();
    expect(await store.file('uuid:a', two)).not.toBeNull();
  });
});

describe('An officer', () => {
  const user = { id: OFFICER, name: 'Ani' } as SignedInUser;
  const DAY = 86_400_000;

  it('is wiped whole, and nobody else with him', async () => {
    const { database, store } = await newStore();
    const officers = new Officers(database);
    const { key, vault } = await createVault(null, QUICK);
    const other = new FieldStore(database, 'officer-2', key);
    await officers.keep({ user, vault, lastContact: 0, wipeAfterDays: 14 });
    await store.keepWork(work);
    await store.keepFile('uuid:a', photo('1.jpg', 1));
    await other.keepWork(work);
    await officers.wipe(OFFICER);
    expect(await officers.find(OFFICER)).toBeNull();
    expect(await store.work()).toBeNull();
    expect(await database.count('files')).toBe(0);
    expect(await other.work()).toEqual(work);
  });

  it('is out of reach once the office allows no more days', async () => {
    const { database } = await newStore();
    const officers = new Officers(database);
    await officers.keep({ user, vault: (await createVault(null, QUICK)).vault, lastContact: 0, wipeAfterDays: 14 });
    expect(await officers.outOfReach(14 * DAY)).toEqual([]);
    expect(await officers.outOfReach(14 * DAY + 1)).toHaveLength(1);
  });
});
