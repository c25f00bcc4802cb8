import type { FieldWork, SubmissionReceipt } from '@tuntas/contract';
import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';

/** `waiting` for signal, `sending`, `received` once the server's durable answer fits, `refused` when a person must look. */
export type OutboxState = 'waiting' | 'sending' | 'received' | 'refused';

/** One filled visit on its way to the office. */
export interface OutboxItem {
  readonly instanceId: string;
  readonly officerId: string;
  readonly familyId: string;
  readonly familyName: string;
  readonly instanceXml: string;
  readonly files: readonly { readonly name: string; readonly type: string; readonly bytes: ArrayBuffer }[];
  readonly savedAt: string;
  readonly state: OutboxState;
  readonly reason?: string;
  readonly receipt?: SubmissionReceipt;
}

interface Schema extends DBSchema {
  work: { key: string; value: FieldWork };
  outbox: { key: string; value: OutboxItem; indexes: { officer: string } };
}

/** What the phone keeps: the last work list of an officer and the visits that are on their way. */
export class FieldStore {
  private readonly db: IDBPDatabase<Schema>;

  private constructor(db: IDBPDatabase<Schema>) {
    this.db = db;
  }

  static async open(name = 'tuntas-field'): Promise<FieldStore> {
    const db = await openDB<Schema>(name, 1, {
      upgrade(database) {
        database.createObjectStore('work');
        database.createObjectStore('outbox', { keyPath: 'instanceId' }).createIndex('officer', 'officerId');
      },
    });
    return new FieldStore(db);
  }

  work(officerId: string): Promise<FieldWork | undefined> {
    return this.db.get('work', officerId);
  }

  async keepWork(officerId: string, work: FieldWork): Promise<void> {
    await this.db.put('work', work, officerId);
  }

  /** Oldest first. */
  async outbox(officerId: string): Promise<OutboxItem[]> {
    const items = await this.db.getAllFromIndex('outbox', 'officer', officerId);
    return items.sort((a, b) => a.savedAt.localeCompare(b.savedAt));
  }

  async keep(item: OutboxItem): Promise<void> {
    await this.db.put('outbox', item);
  }

  async forget(instanceId: string): Promise<void> {
    await this.db.delete('outbox', instanceId);
  }

  close(): void {
    this.db.close();
  }
}
