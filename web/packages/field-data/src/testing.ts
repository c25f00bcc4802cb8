import 'fake-indexeddb/auto';
import type { SignedInUser, SubmissionReceipt } from '@tuntas/contract';
import { openDatabase } from './database.ts';
import type { Database } from './database.ts';
import { sha256 } from './seal.ts';
import { FieldStore } from './store.ts';
import type { OutboxItem } from './types.ts';
import { createVault } from './vault.ts';
import type { Vault } from './vault.ts';

export const OFFICER = 'officer-1';
export const XML = '<data><meta><instanceID>uuid:1</instanceID></meta></data>';
export const QUICK = 1_000;

/** Who may keep something on the phone. */
export async function workHere(database: Database, vault: Vault, id = OFFICER): Promise<void> {
  await database.put('officers', { user: { id, name: 'Ani' } as SignedInUser, vault, lastContact: 0, wipeAfterDays: 14 }, id);
}

export async function newStore() {
  const database = await openDatabase(`test-${crypto.randomUUID()}`);
  const { key, vault } = await createVault('sandi', QUICK);
  await workHere(database, vault);
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

/** The same database on a phone with room for so many bytes of files; once they are used, no record fits either. */
export function withRoomFor(database: Database, bytes: number): Database {
  return instead(database, 'transaction', (...given: Parameters<Database['transaction']>) => {
    const change = database.transaction(...given);
    return instead(change, 'objectStore', (name: 'records' | 'files') => {
      const all = change.objectStore(name);
      return instead(all, 'put', async (value: { size?: number }, key: IDBValidKey) => {
        const used = (await change.objectStore('files').getAll()).reduce((sum, file) => sum + file.size, 0);
        if (used + (value.size ?? 1) > bytes) throw new DOMException('the phone is full', 'QuotaExceededError');
        return (all.put as (value: unknown, key: unknown) => Promise<unknown>)(value, key);
      });
    });
  });
}

/** The same database on a phone that writes nothing any more, for a reason that the browser does not tell. */
export function withoutWriting(database: Database): Database {
  const refuse = () => Promise.reject(new DOMException('the phone cannot write', 'UnknownError'));
  const write = (...given: Parameters<Database['transaction']>) => {
    const change = database.transaction(...given);
    return instead(change, 'objectStore', (name: 'records' | 'files') => instead(change.objectStore(name), 'put', refuse));
  };
  return instead(instead(database, 'transaction', write), 'delete', refuse);
}

/** The same object, one method of which is another. */
function instead<T extends object>(target: T, method: keyof T, other: unknown): T {
  return new Proxy(target, {
    get(_, name) {
      if (name === method) return other;
      const value = target[name as keyof T];
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** An office that keeps what it is given; `posts` are the names of each post's parts. */
export class Office {
  readonly posts: string[][] = [];
  readonly kept = new Map<string, string>();
  trouble: (() => unknown) | null = null;
  tampered = false;
  wants = ['1.jpg', '2.jpg', '3.jpg'];

  readonly door = {
    post: async (body: FormData): Promise<SubmissionReceipt> => {
      this.posts.push([...body.keys()]);
      const failure = this.trouble?.();
      if (failure) throw failure;
      const xml = await (body.get('xml_submission_file') as File).text();
      for (const [name, value] of body.entries()) {
        if (/\.jpg$/.test(name)) this.kept.set(name, await sha256(await (value as File).arrayBuffer()));
      }
      const missing = this.wants.filter((name) => !this.kept.has(name));
      const contentHash = await sha256(new TextEncoder().encode(this.tampered ? 'something else' : xml));
      return {
        instanceId: 'uuid:1',
        contentHash,
        complete: missing.length === 0,
        missing,
        receivedAt: '2023-02-04T10:00:00Z',
        entryId: 'e',
      };
    },
    hashes: () => Promise.resolve(new Map([...this.kept].map(([name, hash]) => [name, [hash]]))),
  };
}
