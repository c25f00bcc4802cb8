import type { FieldWork, SignedInUser } from '@tuntas/contract';
import { describe, expect, it } from 'vitest';
import { Outbox } from './outbox.ts';
import { Officers, awayFor, wipesAt } from './officers.ts';
import { NoRoom } from './room.ts';
import { FieldStore } from './store.ts';
import { OFFICER, Office, QUICK, newStore, photo, putItem, withRoomFor, workHere } from './testing.ts';
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

  it('goes with its photos when an unfinished visit is forgotten', async () => {
    const { database, store } = await newStore();
    for (const id of ['a', 'b']) {
      await store.keepDraft(draft(id));
      await store.keepFile(`uuid:${id}`, photo('1.jpg', 1));
    }
    await store.forgetDraft('a');
    expect((await store.drafts()).map((one) => one.familyId)).toEqual(['b']);
    expect(await database.getAllKeys('files')).toEqual([[OFFICER, 'uuid:b', '1.jpg']]);
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

  it('keeps practice apart: it is no draft, and goes with the officer', async () => {
    const { database, store } = await newStore();
    await store.forPractice().keepDraft(draft('latihan'));
    expect(await store.drafts()).toEqual([]);
    expect(await store.draft('latihan')).toBeNull();
    expect(await store.forPractice().draft('latihan')).toEqual(draft('latihan'));
    await new Officers(database).wipe(OFFICER);
    expect(await store.forPractice().draft('latihan')).toBeNull();
  });

  it('forgets the files of a visit but those that are named', async () => {
    const { store } = await newStore();
    const [one, two] = [await store.keepFile('uuid:a', photo('1.jpg', 1)), await store.keepFile('uuid:a', photo('2.jpg', 2))];
    await store.forgetFiles('uuid:a', ['2.jpg']);
    expect(await store.file('uuid:a', one)).toBeNull();
    expect(await store.file('uuid:a', two)).not.toBeNull();
  });
});

describe('A full phone', () => {
  const receive = async (store: FieldStore, instanceId: string, savedAt: string) =>
    store.keep({ ...(await putItem(store, instanceId, savedAt, photo('1.jpg', 1, 2, 3))), state: 'received' });
  const holdsPhoto = async (store: FieldStore, instanceId: string) => (await store.file(instanceId, photo('1.jpg'))) !== null;

  it('makes room with the photos of received visits, the oldest first, and keeps their receipts', async () => {
    const { database, key, store } = await newStore();
    await receive(store, 'uuid:new', '2023-02-05T01:00:00Z');
    await receive(store, 'uuid:old', '2023-02-04T01:00:00Z');
    await putItem(store, 'uuid:waits', '2023-02-03T01:00:00Z', photo('1.jpg', 1, 2, 3));
    const full = new FieldStore(withRoomFor(database, 10), OFFICER, key);
    await full.keepFile('uuid:now', photo('1.jpg', 1, 2, 3));
    expect(await holdsPhoto(store, 'uuid:now')).toBe(true);
    expect(await holdsPhoto(store, 'uuid:old')).toBe(false);
    expect(await holdsPhoto(store, 'uuid:new')).toBe(true);
    expect((await store.outbox()).map((one) => [one.instanceId, one.state, one.photosRemoved])).toEqual([
      ['uuid:waits', 'waiting', undefined],
      ['uuid:old', 'received', true],
      ['uuid:new', 'received', undefined],
    ]);
  });

  it('says so when nothing that the office has is left, and still has all that was kept before', async () => {
    const { database, key, store } = await newStore();
    await putItem(store, 'uuid:waits', '2023-02-03T01:00:00Z', photo('1.jpg', 1, 2, 3));
    await store.keepDraft(draft('a'));
    const full = new FieldStore(withRoomFor(database, 3), OFFICER, key);
    await expect(full.keepFile('uuid:now', photo('1.jpg', 1))).rejects.toBeInstanceOf(NoRoom);
    await expect(full.keepDraft({ ...draft('a'), place: 'x' })).rejects.toBeInstanceOf(NoRoom);
    expect(await holdsPhoto(store, 'uuid:waits')).toBe(true);
    expect(await store.draft('a')).toEqual(draft('a'));
  });

  it('gives back what was set aside before it refuses anything, and says that there is nothing to set aside', async () => {
    const { database, key, store } = await newStore();
    await putItem(store, 'uuid:waits', '2023-02-03T01:00:00Z', photo('1.jpg', 1, 2, 3));
    const full = new FieldStore(withRoomFor(database, 10), OFFICER, key);
    expect(await full.holdReserve(5)).toBe(true);
    await full.keepFile('uuid:now', photo('1.jpg', 1, 2, 3));
    expect(await holdsPhoto(store, 'uuid:now')).toBe(true);
    expect(await full.holdReserve(5)).toBe(false);
    await store.forgetFiles('uuid:now');
    expect(await full.holdReserve(5)).toBe(true);
  });

  it('lets go of what it keeps twice before it refuses anything', async () => {
    const { database, key, store } = await newStore();
    await putItem(store, 'uuid:waits', '2023-02-03T01:00:00Z', photo('1.jpg', 1, 2, 3));
    for (const instance of ['uuid:waits', 'uuid:left']) await store.keepForOffice(instance, [new ArrayBuffer(4)]);
    const full = new FieldStore(withRoomFor(database, 3), OFFICER, key);
    await expect(full.keepFile('uuid:now', photo('1.jpg', 1))).rejects.toBeInstanceOf(NoRoom);
    expect(await store.forOffice(), 'what nobody here can open is nowhere else').toEqual(new Set(['uuid:left']));
  });

  it('has its own photos give way to the receipt once the office has them', async () => {
    const { database, key, store } = await newStore();
    await putItem(store, 'uuid:1', '2023-02-03T01:00:00Z', photo('1.jpg', 1, 2, 3));
    const office = new Office();
    office.wants = ['1.jpg'];
    await new Outbox(new FieldStore(withRoomFor(database, 3), OFFICER, key), office.door).flush({ changed: () => undefined });
    expect((await store.outbox())[0]).toMatchObject({ state: 'received', photosRemoved: true, receipt: { entryId: 'e' } });
    expect(await holdsPhoto(store, 'uuid:1')).toBe(false);
  });
});

describe('A visit that is kept for the office too', () => {
  const part = (...bytes: number[]) => new Uint8Array(bytes).buffer;
  const sizes = (left: ReadonlyMap<string, readonly ArrayBuffer[]>) =>
    [...left].map(([id, parts]) => [id, parts.map((one) => one.byteLength)]);

  it('outlives the wipe of its officer, and is his again to hand over when he is back', async () => {
    const { database, store, key } = await newStore();
    const officers = new Officers(database);
    await putItem(store, 'uuid:1', '2023-02-03T01:00:00Z');
    await store.keepForOffice('uuid:1', [part(1, 2), part(3)]);
    expect(sizes(await store.leftForOffice()), 'he still has the visit itself').toEqual([]);
    expect(sizes(await officers.leftForOffice())).toEqual([]);

    const { vault } = (await officers.find(OFFICER))!;
    await officers.wipe(OFFICER);
    await store.keepForOffice('uuid:late', [part(4)]);
    expect(sizes(await officers.leftForOffice())).toEqual([['uuid:1', [2, 1]]]);
    await workHere(database, vault);
    expect(sizes(await officers.leftForOffice())).toEqual([]);
    const back = new FieldStore(database, OFFICER, key);
    expect(sizes(await back.leftForOffice())).toEqual([['uuid:1', [2, 1]]]);
    await back.forgetForOffice('uuid:1');
    expect(await back.forOffice()).toEqual(new Set());
  });

  it('is kept no longer than until it is received', async () => {
    const { store } = await newStore();
    await putItem(store, 'uuid:1', '2023-02-03T01:00:00Z', photo('1.jpg', 1, 2, 3));
    await store.keepForOffice('uuid:1', [part(1)]);
    const office = new Office();
    office.wants = ['1.jpg'];
    await new Outbox(store, office.door).flush({ changed: () => undefined });
    expect(await store.forOffice()).toEqual(new Set());
  });
});

describe('An officer', () => {
  const user = { id: OFFICER, name: 'Ani' } as SignedInUser;
  const DAY = 86_400_000;

  it('is wiped whole, and nobody else with him', async () => {
    const { database, store } = await newStore();
    const officers = new Officers(database);
    const { key, vault } = await createVault(null, QUICK);
    await workHere(database, vault, 'officer-2');
    const other = new FieldStore(database, 'officer-2', key);
    await store.keepWork(work);
    await store.keepFile('uuid:a', photo('1.jpg', 1));
    await other.keepWork(work);
    await officers.wipe(OFFICER);
    expect(await officers.find(OFFICER)).toBeNull();
    expect(await store.work()).toBeNull();
    expect(await database.count('files')).toBe(0);
    expect(await other.work()).toEqual(work);

    await store.keepDraft(draft('a'));
    await store.keepFile('uuid:a', photo('1.jpg', 1));
    await store.finish(draft('a'), await putItem(store, 'uuid:a', '2023-02-04T01:00:00Z'));
    expect(await store.holdReserve(5)).toBe(true);
    expect([await database.count('files'), await database.count('records')]).toEqual([0, 1]);
  });

  it('is out of reach once the office allows no more days', async () => {
    const { database } = await newStore();
    const officers = new Officers(database);
    await officers.keep({ user, vault: (await createVault(null, QUICK)).vault, lastContact: 0, wipeAfterDays: 14 });
    expect(await officers.outOfReach(14 * DAY)).toEqual([]);
    expect(await officers.outOfReach(14 * DAY + 1)).toHaveLength(1);
    expect(wipesAt((await officers.find(OFFICER))!)).toBe(14 * DAY);
  });

  it('wins no day by setting the clock back', async () => {
    const { database } = await newStore();
    const officers = new Officers(database);
    await officers.keep({ user, vault: (await createVault(null, QUICK)).vault, lastContact: 0, wipeAfterDays: 14 });
    await officers.outOfReach(13 * DAY);
    await officers.outOfReach(1 * DAY);
    expect(awayFor((await officers.find(OFFICER))!, 1 * DAY)).toBe(13 * DAY);
    await officers.outOfReach(14 * DAY + 1);
    expect(await officers.outOfReach(1 * DAY)).toHaveLength(1);
  });
});
