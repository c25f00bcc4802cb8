import type { SignedInUser } from '@tuntas/contract';
import { FieldStore, Officers, createVault, openDatabase, openUnlocked, openVault, setLock } from '@tuntas/field-data';
import type { Database, KeptOfficer, LockKind, Opening } from '@tuntas/field-data';
import { computed, ref, shallowRef } from 'vue';
import { askKey, dropKey, holdKey } from './key-keeper.ts';
import * as office from './office.ts';
import { forgetPhoneId } from './phone.ts';

/** `locked`: an officer's data is on this phone and asks for the PIN. */
export type Lock = 'unknown' | 'signedOut' | 'locked' | 'open';

export const lock = ref<Lock>('unknown');
export const kept = shallowRef<KeptOfficer | null>(null);
export const officer = computed<SignedInUser | null>(() => kept.value?.user ?? null);
/** The phone was wiped: by the office, or because it was out of reach for too long. */
export const wiped = ref<'revoked' | 'tooLong' | null>(null);

const WORKS_HERE = 'tuntas.officer';
const WIPE_AFTER_DAYS = 14;
let open: FieldStore | null = null;
let opening: Promise<{ database: Database; officers: Officers }> | null = null;
/** A password that the office knows and the vault does not yet. */
let newPassword: string | null = null;
let beforeLock: () => Promise<void> = () => Promise.resolve();

const phone = () =>
  (opening ??= openDatabase().then((database) => ({
    database,
    officers: new Officers(database),
  })));

/** What the open officer's data is kept in; null while it is locked. */
export const store = () => open;

/** What must end before the key is dropped: a visit that is being sent. */
export function holdLockFor(work: () => Promise<void>): void {
  beforeLock = work;
}

/** Finds out who works on this phone, without the network where it can. */
export async function start(): Promise<void> {
  const { officers } = await phone();
  for (const lost of await officers.outOfReach()) {
    await officers.wipe(lost.user.id);
    wiped.value = 'tooLong';
  }
  const id = localStorage.getItem(WORKS_HERE);
  const known = id === null ? null : await officers.find(id);
  if (!known) {
    await startOnline();
    return;
  }
  kept.value = known;
  const key = (await openUnlocked(known.vault)) ?? (await askKey(known.user.id));
  await (key ? enter(key) : Promise.resolve((lock.value = 'locked')));
}

async function startOnline(): Promise<void> {
  try {
    const { user } = await office.resume();
    await take(user, null);
  } catch {
    lock.value = 'signedOut';
  }
}

export async function signIn(username: string, password: string): Promise<void> {
  const { user } = await office.signIn(username, password);
  await take(user, password);
}

/** The office let this person in: his vault is opened, or made. */
async function take(user: SignedInUser, password: string | null): Promise<void> {
  const { officers } = await phone();
  const known = await officers.find(user.id);
  wiped.value = null;
  localStorage.setItem(WORKS_HERE, user.id);
  if (!known) {
    const { key, vault } = await createVault(password);
    await keep({ user, vault, lastContact: Date.now(), wipeAfterDays: WIPE_AFTER_DAYS });
    await enter(key);
    return;
  }
  await keep({ ...known, user, lastContact: Date.now() });
  const key = await openUnlocked(known.vault);
  if (key) {
    const locked = password === null ? null : await setLock(known.vault, 'password', password, null);
    if (locked) await keep({ ...kept.value!, vault: locked });
    await enter(key);
    return;
  }
  const opened = password === null ? null : await openVault({ ...known.vault, closedUntil: 0 }, 'password', password);
  if (opened?.kind === 'opened') {
    await keep({ ...kept.value!, vault: opened.vault });
    await enter(opened.key);
    return;
  }
  newPassword = password;
  const handed = await askKey(user.id);
  await (handed ? enter(handed) : Promise.resolve((lock.value = 'locked')));
}

/** Tries a PIN or password; says how it went. */
export async function unlock(kind: LockKind, secret: string): Promise<Opening['kind']> {
  const known = kept.value;
  if (!known) return 'wrong';
  const result = await openVault(known.vault, kind, secret);
  if (result.kind === 'wait') return 'wait';
  await keep({ ...known, vault: result.vault });
  if (result.kind !== 'opened') return 'wrong';
  if (newPassword !== null) {
    const vault = await setLock(result.vault, 'password', newPassword, { kind, secret });
    if (vault) await keep({ ...known, vault });
    newPassword = null;
  }
  await enter(result.key);
  return 'opened';
}

/** Sets the PIN; false when the proof (the password, or the former PIN) is wrong. */
export async function choosePin(pin: string, proof: { kind: LockKind; secret: string } | null): Promise<boolean> {
  const known = kept.value;
  const vault = known && (await setLock(known.vault, 'pin', pin, proof));
  if (!vault) return false;
  await keep({ ...known, vault });
  return true;
}

/** Locks at once; a visit on its way is sent to its end first, behind the lock. */
export async function lockNow(): Promise<void> {
  if (lock.value !== 'open' || kept.value?.vault.open) return;
  lock.value = 'locked';
  await dropKey();
  await beforeLock();
  if (lock.value === 'locked') open = null;
}

export async function signOut(): Promise<void> {
  await office.signOut();
  await leave();
}

/** Notes that the office was reached, and what it lays down for lost phones. */
export async function contacted(wipeAfterDays?: number): Promise<void> {
  if (kept.value) await keep({ ...kept.value, lastContact: Date.now(), ...(wipeAfterDays && { wipeAfterDays }) });
}

/** Forgets everything of the officer who works here, unsent visits too. */
export async function wipe(reason: 'revoked' | 'tooLong'): Promise<void> {
  const id = kept.value?.user.id;
  const { officers } = await phone();
  if (id) await officers.wipe(id);
  forgetPhoneId();
  wiped.value = reason;
  await leave();
}
office.onRevoked(() => void wipe('revoked'));

async function leave(): Promise<void> {
  localStorage.removeItem(WORKS_HERE);
  await dropKey();
  open = null;
  lock.value = 'signedOut';
  kept.value = null;
}

async function enter(key: CryptoKey): Promise<void> {
  const known = kept.value;
  if (!known) return;
  const { database } = await phone();
  open = new FieldStore(database, known.user.id, key);
  if (!known.vault.open) holdKey(known.user.id, key, () => void lockNow());
  lock.value = 'open';
}

async function keep(next: KeptOfficer): Promise<void> {
  await (await phone()).officers.keep(next);
  kept.value = next;
}
