import type { SignedInUser } from '@tuntas/contract';
import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import type { Sealed } from './seal.ts';
import type { Vault } from './vault.ts';

/** What may be read without a key: who works on this phone, and how his data is locked. */
export interface KeptOfficer {
  readonly user: SignedInUser;
  readonly vault: Vault;
  /** Milliseconds since 1970: when the office was last reached. */
  readonly lastContact: number;
  readonly wipeAfterDays: number;
}

/** Kinds of sealed records. */
export type Kind = 'work' | 'form' | 'list' | 'draft' | 'outbox' | 'act' | 'office' | 'former';

export interface Schema extends DBSchema {
  officers: { key: string; value: KeptOfficer };
  records: { key: [officer: string, kind: Kind, id: string]; value: Sealed };
  files: { key: [officer: string, instance: string, name: string]; value: Sealed & { readonly size: number } };
}

export type Database = IDBPDatabase<Schema>;

const VERSION = 2;

export function openDatabase(name = 'tuntas-field'): Promise<Database> {
  return openDB<Schema>(name, VERSION, {
    upgrade(database) {
      for (const former of [...database.objectStoreNames]) database.deleteObjectStore(former);
      database.createObjectStore('officers');
      database.createObjectStore('records');
      database.createObjectStore('files');
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

/** Everything of one officer below a compound key. */
export function allOf(...prefix: readonly string[]): IDBKeyRange {
  return IDBKeyRange.bound([...prefix], [...prefix, []]);
}
