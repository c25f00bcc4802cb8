import type { Sealed } from './seal.ts';
import { seal, unseal } from './seal.ts';

/** What opens the vault beside the phone itself. A vault without either is open on this phone until a PIN is chosen. */
export type LockKind = 'pin' | 'password';

interface Lock extends Sealed {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iterations: number;
}

/**
 * The keys of one officer on this phone, as the database keeps them. The data key is wrapped by a key from the PIN (or the password), and
 * that once more by the phone's own key, which no script can read out.
 */
export interface Vault {
  readonly phoneKey: CryptoKey;
  readonly open: Sealed | null;
  readonly pin: Lock | null;
  readonly password: Lock | null;
  readonly misses: number;
  /** Milliseconds since 1970, by the phone's clock; no PIN is tried before. */
  readonly closedUntil: number;
}

/** What came of an attempt to open; `vault` is to be kept in place of the former one. */
export type Opening =
  | { readonly kind: 'opened'; readonly key: CryptoKey; readonly vault: Vault }
  | { readonly kind: 'wrong'; readonly vault: Vault }
  | { readonly kind: 'wait'; readonly until: number };

/** OWASP's figure for PBKDF2 with SHA-256; about a second on a cheap phone. */
export const ITERATIONS = 600_000;
export const PIN_DIGITS = 6;
const FREE_MISSES = 3;
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 3_600_000;

export async function createVault(password: string | null, iterations = ITERATIONS): Promise<{ key: CryptoKey; vault: Vault }> {
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const phoneKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const vault: Vault = {
    phoneKey,
    open: password === null ? await seal(phoneKey, 'open', raw) : null,
    pin: null,
    password: password === null ? null : await lock(phoneKey, 'password', password, raw, iterations),
    misses: 0,
    closedUntil: 0,
  };
  return { key: await dataKey(raw), vault };
}

/** Opens a vault that nobody has locked yet. */
export async function openUnlocked(vault: Vault): Promise<CryptoKey | null> {
  return vault.open ? dataKey(new Uint8Array(await unseal(vault.phoneKey, 'open', vault.open))) : null;
}

/**
 * The vault after one more wrong secret. Whoever tries one keeps this first, so that closing the app before the answer wins nothing.
 */
export function missed(vault: Vault, now = Date.now()): Vault {
  const misses = vault.misses + 1;
  const closedUntil = misses < FREE_MISSES ? 0 : now + Math.min(FIRST_WAIT_MS * 2 ** (misses - FREE_MISSES), LONGEST_WAIT_MS);
  return { ...vault, misses, closedUntil };
}

/** How long no PIN is tried, in milliseconds; an hour at most, whatever was done to the clock. */
export const closedFor = (vault: Vault, now = Date.now()): number => Math.max(0, Math.min(vault.closedUntil - now, LONGEST_WAIT_MS));

/** Tries a PIN or password. After three misses each further one makes the next wait twice as long, up to an hour. */
export async function openVault(vault: Vault, kind: LockKind, secret: string, now = Date.now()): Promise<Opening> {
  const wait = closedFor(vault, now);
  if (wait > 0) return { kind: 'wait', until: now + wait };
  const raw = await unlock(vault, kind, secret);
  if (raw) return { kind: 'opened', key: await dataKey(raw), vault: { ...vault, misses: 0, closedUntil: 0 } };
  return { kind: 'wrong', vault: missed(vault, now) };
}

/** Sets a lock anew, shown the other lock's secret or, before there is any, nothing. Null when that secret is wrong. */
export async function setLock(
  vault: Vault,
  kind: LockKind,
  secret: string,
  proof: { readonly kind: LockKind; readonly secret: string } | null,
  iterations = ITERATIONS,
): Promise<Vault | null> {
  const raw = proof
    ? await unlock(vault, proof.kind, proof.secret)
    : vault.open && new Uint8Array(await unseal(vault.phoneKey, 'open', vault.open));
  if (!raw) return null;
  return { ...vault, open: null, [kind]: await lock(vault.phoneKey, kind, secret, raw, iterations), misses: 0, closedUntil: 0 };
}

async function lock(phoneKey: CryptoKey, kind: LockKind, secret: string, raw: Uint8Array<ArrayBuffer>, iterations: number): Promise<Lock> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const inner = await seal(await keyFrom(secret, salt, iterations), kind, raw);
  const whole = new Uint8Array(inner.iv.length + inner.bytes.byteLength);
  whole.set(inner.iv);
  whole.set(new Uint8Array(inner.bytes), inner.iv.length);
  return { ...(await seal(phoneKey, kind, whole)), salt, iterations };
}

async function unlock(vault: Vault, kind: LockKind, secret: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const locked = vault[kind];
  if (!locked) return null;
  const whole = new Uint8Array(await unseal(vault.phoneKey, kind, locked));
  try {
    const key = await keyFrom(secret, locked.salt, locked.iterations);
    return new Uint8Array(await unseal(key, kind, { iv: whole.slice(0, 12), bytes: whole.slice(12).buffer }));
  } catch {
    return null;
  }
}

async function keyFrom(secret: string, salt: BufferSource, iterations: number): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret.normalize('NFKC')), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, base, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

async function dataKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  raw.fill(0);
  return key;
}
