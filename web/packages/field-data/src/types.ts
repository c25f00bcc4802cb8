import type { FieldFamily, Instant, SubmissionReceipt } from '@tuntas/contract';

/** A photo, signature or other file of a visit, without its bytes. */
export interface KeptFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
}

/** One time at one address, as the phone saw it. */
export interface Attempt {
  readonly at: Instant;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly accuracy: number | null;
}

/** A visit that is not finished. It keeps the id that it will be sent under. */
export interface Draft {
  readonly familyId: string;
  readonly familyName: string;
  /** As the list last named it, without identity numbers: another list may name it no more. Drafts of older versions have none. */
  readonly family?: FieldFamily;
  readonly formId: string;
  readonly formVersion: string;
  readonly instanceId: string | null;
  /** The visit that this one corrects. */
  readonly deprecatedId: string | null;
  /** Null until the first answer; only attempts are kept then. */
  readonly instanceXml: string | null;
  readonly files: readonly KeptFile[];
  /** The question that was touched last. */
  readonly place: string | null;
  readonly attempts: readonly Attempt[];
  readonly startedAt: Instant;
  readonly savedAt: Instant;
}

/** `waiting` for signal or its turn, `sending`, `received` once the office's durable answer fits, `refused` when a person must look. */
export type OutboxState = 'waiting' | 'sending' | 'received' | 'refused';

/** One filled visit on its way to the office; a received one stays as its receipt. */
export interface OutboxItem {
  readonly instanceId: string;
  readonly familyId: string;
  readonly familyName: string;
  readonly instanceXml: string;
  readonly contentHash: string;
  readonly files: readonly KeptFile[];
  /** How many of the files the office has. */
  readonly sent: number;
  readonly savedAt: Instant;
  readonly state: OutboxState;
  readonly misses: number;
  /** Milliseconds since 1970; not tried before, unless the officer asks. */
  readonly nextTry: number;
  readonly reason?: string;
  readonly receipt?: SubmissionReceipt;
  /** The photos of a received visit are gone from the phone. */
  readonly photosRemoved?: boolean;
}
