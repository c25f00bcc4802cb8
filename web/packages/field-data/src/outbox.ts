import { Problem, Unreachable } from '@tuntas/contract';
import type { SubmissionReceipt } from '@tuntas/contract';
import type { FieldStore, OutboxItem } from './store.ts';

/** Hands a multipart body to the office and gives its receipt. */
export type Post = (body: FormData) => Promise<SubmissionReceipt>;

export async function sha256(bytes: BufferSource): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Sends what is waiting, one visit after the other, oldest first. A visit is kept before it is sent, sending it twice is harmless, and it
 * counts as received only when the office answers with the hash of what was sent.
 */
export class Outbox {
  private readonly store: FieldStore;
  private readonly post: Post;
  private running: Promise<void> | null = null;

  constructor(store: FieldStore, post: Post) {
    this.store = store;
    this.post = post;
  }

  /** Runs until nothing waits or the office cannot be reached. A second call joins the first. */
  flush(officerId: string, changed: () => void): Promise<void> {
    this.running ??= this.sendAll(officerId, changed).finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async sendAll(officerId: string, changed: () => void): Promise<void> {
    for (const item of await this.store.outbox(officerId)) {
      if (item.state !== 'waiting' && item.state !== 'sending') continue;
      await this.keep({ ...item, state: 'sending' }, changed);
      try {
        const receipt = await this.post(bodyOf(item));
        const sent = await sha256(new TextEncoder().encode(item.instanceXml));
        if (receipt.contentHash !== sent || !receipt.complete) {
          await this.keep({ ...item, state: 'waiting' }, changed);
          return;
        }
        await this.keep({ ...item, state: 'received', receipt, files: [] }, changed);
      } catch (failure) {
        if (failure instanceof Problem && failure.status < 500 && failure.status !== 401) {
          await this.keep({ ...item, state: 'refused', reason: failure.detail }, changed);
          continue;
        }
        await this.keep({ ...item, state: 'waiting' }, changed);
        if (failure instanceof Unreachable || failure instanceof Problem) return;
        throw failure;
      }
    }
  }

  private async keep(item: OutboxItem, changed: () => void): Promise<void> {
    await this.store.keep(item);
    changed();
  }
}

function bodyOf(item: OutboxItem): FormData {
  const body = new FormData();
  body.append('xml_submission_file', new File([item.instanceXml], 'submission.xml', { type: 'text/xml' }));
  for (const file of item.files) {
    body.append(file.name, new File([file.bytes], file.name, { type: file.type }));
  }
  return body;
}
