import type { SignedInUser } from '@tuntas/contract';
import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import type { Sealed } from './seal.ts';
import type { Vault } from './vault.ts';

/** What may be read without a key: who works on this phone, and how his data is locked. */
export interface KeptOfficer {
  readonly user: SignedInUser;
  readonly vault: Vault;
  /** When the office was last reached: milliseconds since 1970, as the phone's clock had it. */
  readonly lastContact: number;
  /** The latest time that the phone's clock has shown since then. */
  readonly latest?: number;
  readonly wipeAfterDays: number;
  /** How far the phone's clock was ahead of the office's at the last contact, in milliseconds. */
  readonly clockAhead?: number;
  /** How many finished visits wait for the office; what they are is sealed. */
  readonly waiting?: number;
}

/** Kinds of sealed records. */
export type Kind = 'work' | 'form' | 'list' | 'draft' | 'outbox' | 'practice' | 'proposal' | 'act' | 'word' | 'office' | 'former';

export interface Schema extends DBSchema {
  officers: { key: string; value: KeptOfficer };
  records: { key: [officer: string, kind: Kind, id: string]; value: Sealed };
  files: { key: [officer: string, instance: string, name: string]; value: Sealed & { readonly size: number } };
  /** Finished visits once more, as only the office opens them (docs/field-export.md): a wipe leaves them. */
  forOffice: { key: [officer: string, instance: string, part: number]; value: ArrayBuffer };
}

export type Database = IDBPDatabase<Schema> & {
  /** Connects again, once for all who ask meanwhile. */
  reopen(): Promise<void>;
};

export type Change = IDBPTransaction<Schema, ('officers' | 'records' | 'files')[], 'readwrite'>;

export type Upgrade = (database: IDBPDatabase<Schema>) => void;

/**
 * From one version of the database to the next, in order. Visits wait in it while the app is updated: a step may add and change, never throw
 * away what is not received. The first two are one, since no phone was in use before the second.
 */
export const UPGRADES: readonly Upgrade[] = [
  () => undefined,
  (database) => {
    for (const former of [...database.objectStoreNames]) database.deleteObjectStore(former);
    database.createObjectStore('officers');
    database.createObjectStore('records');
    database.createObjectStore('files');
  },
  (database) => void database.createObjectStore('forOffice'),
];

/** Opened anew whenever the browser has closed it by itself, as it does when it is short of memory or its files were touched. */
export async function openDatabase(name = 'tuntas-field', upgrades = UPGRADES): Promise<Database> {
  let current = await connect();
  let reopening: Promise<void> | null = null;

  function connect(): Promise<IDBPDatabase<Schema>> {
    return openDB<Schema>(name, upgrades.length, {
      upgrade(database, from) {
        for (const step of upgrades.slice(from)) step(database);
      },
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
      },
      terminated: () => void reopen().catch(() => undefined),
    });
  }

  function reopen(): Promise<void> {
    return (reopening ??= connect()
      .then((next) => void (current = next))
      .finally(() => (reopening = null)));
  }

  return new Proxy({} as Database, {
    get: (_none, property) => {
      if (property === 'reopen') return reopen;
      const part: unknown = Reflect.get(current, property);
      return typeof part === 'function' ? (part.bind(current) as unknown) : part;
    },
  });
}

/** The database was closed before or while it was asked. */
export function isClosed(failure: unknown): boolean {
  return failure instanceof Error && (failure.name === 'InvalidStateError' || failure.name === 'AbortError');
}

/** Everything of one officer below a compound key. */
export function allOf(...prefix: readonly string[]): IDBKeyRange {
  return IDBKeyRange.bound([...prefix], [...prefix, []]);
}
