import type { FieldWork } from '@tuntas/contract';
import type { Change, Database, Kind } from './database.ts';
import { allOf, isClosed } from './database.ts';
import { NoRoom, RESERVE_BYTES, isFull, isRefused } from './room.ts';
import { seal, sealJson, sha256, unseal, unsealJson } from './seal.ts';
import type { Draft, KeptFile, OutboxItem } from './types.ts';

const RESERVE = 'reserve';

/** A form with the lists that it reads, as the office gave them. */
export interface KeptForm {
  readonly formId: string;
  readonly formVersion: string;
  readonly xml: string;
}

/**
 * What the phone keeps of one officer, sealed with his key: the work list, forms, unfinished visits and visits on their way. Every method
 * returns after the database has it. When the phone is full, photos that the office has make room, then what is kept twice, then the reserve;
 * {@link NoRoom} says that there is nothing left, and what was kept before is still there. Once the officer is wiped nothing of his is written any more.
 */
export class FieldStore {
  readonly officerId: string;
  private readonly database: Database;
  private readonly key: CryptoKey;
  private readonly draftKind: Kind;

  constructor(database: Database, officerId: string, key: CryptoKey, draftKind: Kind = 'draft') {
    this.database = database;
    this.officerId = officerId;
    this.key = key;
    this.draftKind = draftKind;
  }

  /** The same store for practice: what is begun in it stands nowhere among the visits. */
  forPractice(): FieldStore {
    return new FieldStore(this.database, this.officerId, this.key, 'practice');
  }

  work(): Promise<FieldWork | null> {
    return this.read<FieldWork>('work', '');
  }

  keepWork(work: FieldWork): Promise<void> {
    return this.write('work', '', work);
  }

  form(formId: string, formVersion: string): Promise<KeptForm | null> {
    return this.read<KeptForm>('form', `${formId} ${formVersion}`);
  }

  keepForm(form: KeptForm): Promise<void> {
    return this.write('form', `${form.formId} ${form.formVersion}`, form);
  }

  /** A list that forms read, `families.csv`: always the newest. */
  list(name: string): Promise<string | null> {
    return this.read<string>('list', name);
  }

  keepList(name: string, text: string): Promise<void> {
    return this.write('list', name, text);
  }

  draft(familyId: string): Promise<Draft | null> {
    return this.read<Draft>(this.draftKind, familyId);
  }

  drafts(): Promise<Draft[]> {
    return this.readAll<Draft>(this.draftKind);
  }

  keepDraft(draft: Draft): Promise<void> {
    return this.write(this.draftKind, draft.familyId, draft);
  }

  /** Forgets an unfinished visit with its photos. */
  async forgetDraft(familyId: string): Promise<void> {
    const draft = await this.draft(familyId);
    if (draft?.instanceId) await this.forgetFiles(draft.instanceId);
    await this.forget(this.draftKind, familyId);
  }

  /** Oldest first. */
  async outbox(): Promise<OutboxItem[]> {
    const items = await this.readAll<OutboxItem>('outbox');
    return items.sort((a, b) => a.savedAt.localeCompare(b.savedAt));
  }

  keep(item: OutboxItem): Promise<void> {
    return this.write('outbox', item.instanceId, item);
  }

  /** The finished visit takes the place of its draft, both or neither. */
  async finish(draft: Draft, item: OutboxItem): Promise<void> {
    const sealed = await sealJson(this.key, this.place('outbox', item.instanceId), item);
    await this.put(sealed.bytes.byteLength, (change) =>
      Promise.all([
        change.objectStore('records').put(sealed, [this.officerId, 'outbox', item.instanceId]),
        change.objectStore('records').delete([this.officerId, 'draft', draft.familyId]),
      ]),
    );
  }

  async keepFile(owner: string, file: File): Promise<KeptFile> {
    const bytes = await file.arrayBuffer();
    const sealed = await seal(this.key, `${this.officerId}/file/${owner}/${file.name}`, bytes);
    await this.put(bytes.byteLength, (change) =>
      change.objectStore('files').put({ ...sealed, size: bytes.byteLength }, [this.officerId, owner, file.name]),
    );
    return { name: file.name, type: file.type, size: bytes.byteLength, sha256: await sha256(bytes) };
  }

  async file(owner: string, file: Pick<KeptFile, 'name' | 'type'>): Promise<File | null> {
    const sealed = await this.database.get('files', [this.officerId, owner, file.name]);
    if (!sealed) return null;
    return new File([await unseal(this.key, `${this.officerId}/file/${owner}/${file.name}`, sealed)], file.name, { type: file.type });
  }

  /** What is kept for owners whose names begin so. */
  async filesOf(beginning: string): Promise<{ readonly owner: string; readonly name: string }[]> {
    const keys = await this.database.getAllKeys(
      'files',
      IDBKeyRange.bound([this.officerId, beginning], [this.officerId, `${beginning}\uffff`]),
    );
    return keys.map(([, owner, name]) => ({ owner, name }));
  }

  /** Forgets the files of a visit, except those that are named. */
  async forgetFiles(owner: string, except: readonly string[] = []): Promise<void> {
    const keys = await this.database.getAllKeys('files', allOf(this.officerId, owner));
    await Promise.all(keys.filter(([, , name]) => !except.includes(name)).map((key) => this.database.delete('files', key)));
  }

  /** Keeps a finished visit once more, as only the office opens it; done without where there is no room. */
  async keepForOffice(instanceId: string, parts: readonly ArrayBuffer[]): Promise<void> {
    const change = this.database.transaction(['officers', 'forOffice'], 'readwrite');
    const isKept = (await change.objectStore('officers').getKey(this.officerId)) !== undefined;
    const writes = isKept ? parts.map((part, index) => change.objectStore('forOffice').put(part, [this.officerId, instanceId, index])) : [];
    await Promise.all([...writes, change.done]).catch((failure: unknown) => {
      if (!isFull(failure)) throw failure;
    });
  }

  /** The instances that are kept for the office. */
  async forOffice(): Promise<ReadonlySet<string>> {
    return new Set((await this.database.getAllKeys('forOffice', allOf(this.officerId))).map(([, instanceId]) => instanceId));
  }

  /** Those of them that only the office opens: their officer began anew on this phone. */
  async leftForOffice(): Promise<ReadonlyMap<string, readonly ArrayBuffer[]>> {
    const waiting = new Set((await this.outbox()).filter(({ state }) => state !== 'received').map(({ instanceId }) => instanceId));
    const left = [...(await this.forOffice())].filter((instanceId) => !waiting.has(instanceId));
    const read = (instanceId: string) => this.database.getAll('forOffice', allOf(this.officerId, instanceId));
    return new Map(await Promise.all(left.map(async (instanceId) => [instanceId, await read(instanceId)] as const)));
  }

  async forgetForOffice(instanceId: string): Promise<void> {
    await this.database.delete('forOffice', allOf(this.officerId, instanceId));
  }

  /** What waits itself is worth more than that it is kept once more. */
  private async releaseCopies(): Promise<boolean> {
    const kept = await this.forOffice();
    const copies = (await this.outbox()).filter(({ instanceId }) => kept.has(instanceId));
    await Promise.all(copies.map(({ instanceId }) => this.forgetForOffice(instanceId)));
    return copies.length > 0;
  }

  /** Sets room aside for the day when the phone is full; false when there is none to set aside. */
  async holdReserve(bytes = RESERVE_BYTES): Promise<boolean> {
    if (await this.database.getKey('files', this.reserve)) return true;
    const sealed = await seal(this.key, RESERVE, new Uint8Array(bytes));
    try {
      await this.put(bytes, (change) => change.objectStore('files').put({ ...sealed, size: bytes }, this.reserve));
      return true;
    } catch (failure) {
      if (isRefused(failure)) return false;
      throw failure;
    }
  }

  private async releaseReserve(): Promise<boolean> {
    if (!(await this.database.getKey('files', this.reserve))) return false;
    await this.database.delete('files', this.reserve);
    return true;
  }

  private get reserve(): [string, string, string] {
    return [this.officerId, RESERVE, RESERVE];
  }

  /** Removes photos of received visits, the oldest visit first, until so many bytes are free; says how many. The receipts stay. */
  async makeRoom(bytes: number): Promise<number> {
    let freed = 0;
    for (const item of await this.outbox()) {
      if (freed >= bytes) break;
      if (item.state !== 'received' || item.files.length === 0 || item.photosRemoved) continue;
      await this.forgetFiles(item.instanceId);
      freed += item.files.reduce((sum, file) => sum + file.size, 0);
      await this.markPhotosRemoved(item);
    }
    return freed;
  }

  /** Best effort: on a full phone the mark may not fit, and the photos are gone all the same. */
  private async markPhotosRemoved(item: OutboxItem): Promise<void> {
    const marked = await sealJson(this.key, this.place('outbox', item.instanceId), { ...item, photosRemoved: true });
    const place: [string, Kind, string] = [this.officerId, 'outbox', item.instanceId];
    await this.change((change) => change.objectStore('records').put(marked, place)).catch((failure: unknown) => {
      if (!isFull(failure)) throw failure;
    });
  }

  read<T>(kind: Kind, id: string): Promise<T | null> {
    return this.database
      .get('records', [this.officerId, kind, id])
      .then((sealed) => (sealed ? unsealJson<T>(this.key, this.place(kind, id), sealed) : null));
  }

  async readAll<T>(kind: Kind): Promise<T[]> {
    const range = allOf(this.officerId, kind);
    const read = this.database.transaction('records');
    const [keys, values] = await Promise.all([read.store.getAllKeys(range), read.store.getAll(range)]);
    return Promise.all(values.map((sealed, index) => unsealJson<T>(this.key, this.place(kind, keys[index]![2]), sealed)));
  }

  async write(kind: Kind, id: string, value: unknown): Promise<void> {
    const sealed = await sealJson(this.key, this.place(kind, id), value);
    await this.put(sealed.bytes.byteLength, (change) => change.objectStore('records').put(sealed, [this.officerId, kind, id]));
  }

  async forget(kind: Kind, id: string): Promise<void> {
    await this.database.delete('records', [this.officerId, kind, id]);
  }

  /** Looks for the officer and writes in one stroke: a wipe comes before or after it. */
  private async change(write: (change: Change) => Promise<unknown>): Promise<void> {
    const change = this.database.transaction(['officers', 'records', 'files'], 'readwrite');
    const isKept = (await change.objectStore('officers').getKey(this.officerId)) !== undefined;
    await Promise.all([isKept && write(change), change.done]);
  }

  private async put(bytes: number, write: (change: Change) => Promise<unknown>): Promise<void> {
    for (let reopened = false; ;) {
      try {
        await this.change(write);
        return;
      } catch (failure) {
        if (isClosed(failure) && !reopened) {
          await this.database.reopen();
          reopened = true;
          continue;
        }
        if (!isFull(failure)) throw failure;
        if ((await this.makeRoom(bytes)) > 0) continue;
        if (!(await this.releaseCopies()) && !(await this.releaseReserve())) throw new NoRoom();
      }
    }
  }

  private place(kind: Kind, id: string): string {
    return `${this.officerId}/${kind}/${id}`;
  }
}
