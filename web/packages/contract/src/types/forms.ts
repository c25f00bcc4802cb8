import type { TextPair } from './common.ts';

export interface FormVersion {
  readonly formId: string;
  readonly version: string;
  readonly title: string;
  /** The names of the lists of choices that came with it. */
  readonly lists: readonly string[];
  /** The names of the pictures, sounds and films that came with it. */
  readonly media: readonly string[];
  readonly current: boolean;
}

export interface FormQuestion {
  readonly path: string;
  readonly group: string | null;
  readonly type: string;
  readonly label: TextPair;
  readonly choices: readonly { readonly code: string; readonly label: TextPair }[];
}
