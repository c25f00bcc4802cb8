import { Problem, Unreachable } from '@tuntas/contract';
import type { SubmissionReceipt } from '@tuntas/contract';
import { isRefused } from './room.ts';
import type { FieldStore } from './store.ts';
import type { KeptFile, OutboxItem } from './types.ts';

/** The office, as far as the outbox speaks with it. */
export interface Door {
  /** Hands over one post and gives the office's durable answer. */
  readonly post: (body: FormData) => Promise<SubmissionReceipt>;
  /** SHA-256 of the files that the office keeps for an instance, by name; null when it does not tell. */
  readonly hashes: (instanceId: string) => Promise<ReadonlyMap<string, readonly string[]> | null>;
}

export interface FlushWish {
  /** Nothing waits for its next time. */
  readonly now?: boolean;
  /** The officer asks: what was refused is tried once more too. */
  readonly refusedToo?: boolean;
  readonly changed: () => void;
}

const FIRST_WAIT_MS = 20_000;
const LONGEST_WAIT_MS = 1_800_000;
const ONE_WINDOW = 'tuntas.sending';

class Broken extends Error {}

/**
 * Sends what is waiting, one visit after the other, oldest first: its answers, then each file with a post of its own, so that a lost signal
 * costs one file at most. The office says which files it lacks; that is where sending goes on. A visit counts as received only when the
 * office has all of it and its hash is ours.
 */
export class Outbox {
  private readonly store: FieldStore;
  private readonly door: Door;
  private readonly clock: () => number;
  private running: Promise<void> | null = null;

  constructor(store: FieldStore, door: Door, clock: () => number = Date.now) {
    this.store = store;
    this.door = door;
    this.clock = clock;
  }

  /** Runs until nothing is due or the office cannot be reached. A second call joins the first; of several windows one sends. */
  flush(wish: FlushWish): Promise<void> {
    this.running ??= inOneWindow(() => this.sendAll(wish)).finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /** Resolves when nothing is on its way at this moment. */
  async idle(): Promise<void> {
    await this.running?.catch(() => undefined);
  }

  private async sendAll(wish: FlushWish): Promise<void> {
    for (const item of await this.store.outbox()) {
      if (!this.isDue(item, wish)) continue;
      try {
        await this.send({ ...item, state: 'sending' }, wish.changed);
      } catch (failure) {
        const left = (await this.store.outbox()).find((one) => one.instanceId === item.instanceId) ?? item;
        if (isRefusal(failure)) {
          await this.keep({ ...left, state: 'refused', reason: failure.detail }, wish.changed);
          continue;
        }
        await this.keep(this.postponed(left), wish.changed);
        if (failure instanceof Unreachable || (failure instanceof Problem && isForAll(failure))) return;
        if (!(failure instanceof Problem || failure instanceof Broken)) throw failure;
      }
    }
  }

  /** A time further off than any wait was set by another clock. */
  private isDue(item: OutboxItem, wish: FlushWish): boolean {
    const wait = item.nextTry - this.clock();
    switch (item.state) {
      case 'sending':
        return true;
      case 'waiting':
        return wish.now === true || wait <= 0 || wait > LONGEST_WAIT_MS;
      case 'refused':
        return wish.refusedToo === true;
      case 'received':
        return false;
    }
  }

  private async send(item: OutboxItem, changed: () => void): Promise<void> {
    await this.keep(item, changed);
    let receipt = await this.post(item, null, item.files.length > 0);
    const tried = new Set<string>();
    for (;;) {
      const missing = new Set(receipt.missing);
      await this.keep({ ...item, sent: item.files.filter((file) => !missing.has(file.name)).length }, changed);
      const left = item.files.filter((file) => missing.has(file.name) && !tried.has(file.name));
      const next = left[0];
      if (!next) break;
      tried.add(next.name);
      receipt = await this.post(item, next, left.length > 1);
    }
    if (!receipt.complete) throw new Broken(`the office still lacks ${receipt.missing.join(', ')}`);
    await this.compareFiles(item);
    await this.keepReceived({ ...item, state: 'received', sent: item.files.length, receipt, misses: 0, nextTry: 0 }, changed);
  }

  private async post(item: OutboxItem, file: KeptFile | null, more: boolean): Promise<SubmissionReceipt> {
    const body = new FormData();
    body.append('xml_submission_file', new File([item.instanceXml], 'submission.xml', { type: 'text/xml' }));
    if (file) {
      const bytes = await this.store.file(item.instanceId, file);
      if (!bytes) throw new Broken(`${file.name} is no longer on the phone`);
      body.append(file.name, bytes);
    }
    if (more) body.append('*isIncomplete*', 'yes');
    const receipt = await this.door.post(body);
    if (receipt.contentHash !== item.contentHash) throw new Broken('the office has other answers than those that were sent');
    return receipt;
  }

  /** A file of the visit that this one corrects is not sent again and not among them. */
  private async compareFiles(item: OutboxItem): Promise<void> {
    if (item.files.length === 0) return;
    const kept = await this.door.hashes(item.instanceId);
    const other = kept && item.files.find((file) => kept.get(file.name)?.includes(file.sha256) === false);
    if (other) throw new Broken(`${other.name} arrived changed`);
  }

  private postponed(item: OutboxItem): OutboxItem {
    const wait = Math.min(FIRST_WAIT_MS * 2 ** item.misses, LONGEST_WAIT_MS);
    return { ...item, state: 'waiting', misses: item.misses + 1, nextTry: this.clock() + wait };
  }

  /** A phone that is full or cannot write does without a mark of progress: the office says the same again at the next try. */
  private async keep(item: OutboxItem, changed: () => void): Promise<void> {
    await this.store.keep(item).catch(unlessRefused);
    changed();
  }

  /** The photos have arrived, so that on a full phone they make room for their own receipt. */
  private async keepReceived(item: OutboxItem, changed: () => void): Promise<void> {
    try {
      await this.store.keep(item);
    } catch (failure) {
      unlessRefused(failure);
      await this.store.forgetFiles(item.instanceId).catch(unlessRefused);
      await this.keep({ ...item, photosRemoved: true }, changed);
    }
    await this.store.forgetForOffice(item.instanceId).catch(unlessRefused);
    changed();
  }
}

function unlessRefused(failure: unknown): void {
  if (!isRefused(failure)) throw failure;
}

/** Something about this visit that sending again does not mend. */
function isRefusal(failure: unknown): failure is Problem {
  return failure instanceof Problem && [400, 413, 415, 422].includes(failure.status);
}

/** The next visit would hear the same: no session, a revoked phone, a server that asks for patience. */
function isForAll(problem: Problem): boolean {
  return [401, 403, 429, 503].includes(problem.status);
}

function inOneWindow(work: () => Promise<void>): Promise<void> {
  const locks = globalThis.navigator?.locks as LockManager | undefined;
  return locks ? locks.request(ONE_WINDOW, { ifAvailable: true }, (lock) => (lock ? work() : undefined)).then(() => undefined) : work();
}
