import { type KeptPaper, Problem } from '@tuntas/contract';

/** What a file is to the paper that a page speaks of; `other` is kept here too, `changed` nowhere. */
export type Verdict = {
  readonly kind: 'same' | 'signed' | 'other' | 'changed';
  readonly sha256: string;
  readonly paper: KeptPaper | null;
};

/** SHA-256 in hex, made on this machine. Browsers do it only on pages that came over HTTPS. */
export async function sha256Of(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const canHash = (): boolean => typeof globalThis.crypto?.subtle?.digest === 'function';

/** Asks the server only when the file is not the expected one, and then by its hash alone. */
export async function judge(sha256: string, expected: KeptPaper | null, ask: (key: string) => Promise<KeptPaper>): Promise<Verdict> {
  const kind = expected && likeness(sha256, expected);
  if (kind) return { kind, sha256, paper: expected };
  try {
    const paper = await ask(sha256);
    return { kind: expected ? 'other' : (likeness(sha256, paper) ?? 'other'), sha256, paper };
  } catch (cause) {
    if (cause instanceof Problem && cause.status === 404) return { kind: 'changed', sha256, paper: null };
    throw cause;
  }
}

function likeness(sha256: string, paper: KeptPaper): 'same' | 'signed' | null {
  if (paper.sha256 === sha256) return 'same';
  return paper.signed.includes(sha256) ? 'signed' : null;
}
