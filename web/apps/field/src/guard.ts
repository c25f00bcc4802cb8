import type { SignedInUser } from '@tuntas/contract';
import { FieldStore, Officers, closedFor, createVault, missed, openDatabase, openUnlocked, openVault, setLock } from '@tuntas/field-data';
import type { Database, KeptOfficer, LockKind, Opening } from '@tuntas/field-data';
import { computed, ref, shallowRef } from 'vue';
import { askKey, dropKey, holdKey } from './key-keeper.ts';
import * as office from './office.ts';
import { forgetPhoneId } from './phone.ts';

/**
 * `locked`: an officer's data is on this phone and asks for the PIN. `unguarded`: he came in with a running session, and nothing is shown or
 * fetched before he has chosen one.
 */
export type Lock = 'unknown' | 'signedOut' | 'unguarded' | 'locked' | 'open';

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
const newPassword = ref<string | null>(null);
/** The office knows who this is, and yet neither his password nor his PIN may open what is here. */
export const mayStartAfresh = computed(() => newPassword.value !== null);
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
  await forgetTheLost();
  const { officers } = await phone();
  const id = localStorage.getItem(WORKS_HERE);
  const known = id === null ? null : await officers.find(id);
  if (!known) {
    await startOnline();
    return;
  }
  kept.value = known;
  if (known.vault.open) {
    lock.value = 'unguarded';
    return;
  }
  const key = await askKey(known.user.id, enterLate);
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
  wiped.value = null;
  newPassword.value = null;
  localStorage.setItem(WORKS_HERE, user.id);
  const known = await officers.change(user.id, (now) => ({ ...now, user, ...reached() }));
  if (!known) {
    await officers.wipe(user.id);
    const { key, vault } = await createVault(password);
    kept.value = { user, vault, ...reached(), wipeAfterDays: WIPE_AFTER_DAYS };
    await officers.keep(kept.value);
    await (password === null ? Promise.resolve((lock.value = 'unguarded')) : enter(key));
    return;
  }
  kept.value = known;
  const key = await openUnlocked(known.vault);
  if (key) {
    const vault = password === null ? null : await setLock(known.vault, 'password', password, null);
    if (vault) await change({ vault });
    await (vault ? enter(key) : Promise.resolve((lock.value = 'unguarded')));
    return;
  }
  const opened = password === null ? null : await openVault({ ...known.vault, closedUntil: 0 }, 'password', password);
  if (opened?.kind === 'opened') {
    await change({ vault: opened.vault });
    await enter(opened.key);
    return;
  }
  newPassword.value = password;
  const handed = await askKey(user.id, enterLate);
  await (handed ? enter(handed) : Promise.resolve((lock.value = 'locked')));
}

/** Tries a PIN or password; says how it went. */
export function unlock(kind: LockKind, secret: string): Promise<Opening['kind']> {
  return oneTryAtATime(async (known) => {
    const result = await tryOpen(known, kind, secret);
    if (result.kind !== 'opened') return result.kind;
    if (newPassword.value !== null) {
      const vault = await setLock(result.vault, 'password', newPassword.value, { kind, secret });
      if (vault) await change({ vault });
      newPassword.value = null;
    }
    await enter(result.key);
    return 'opened';
  });
}

/** Sets the PIN, shown the password or the former PIN; nothing where neither was set before, and then it opens. */
export function choosePin(pin: string, proof: { kind: LockKind; secret: string } | null): Promise<Opening['kind']> {
  return oneTryAtATime(async (known) => {
    const opening = proof && (await tryOpen(known, proof.kind, proof.secret));
    if (opening && opening.kind !== 'opened') return opening.kind;
    const vault = await setLock(opening?.vault ?? known.vault, 'pin', pin, proof);
    if (!vault) return 'wrong';
    const key = opening?.key ?? (await openUnlocked(known.vault));
    await change({ vault });
    if (key && lock.value === 'unguarded') await enter(key);
    return 'opened';
  });
}

/** Of several windows one tries a secret, and each sees the misses of the others. */
function oneTryAtATime(attempt: (known: KeptOfficer) => Promise<Opening['kind']>): Promise<Opening['kind']> {
  const attemptNow = async () => {
    const known = await reread();
    return known ? attempt(known) : 'wrong';
  };
  const locks = navigator.locks as LockManager | undefined;
  return locks ? locks.request('tuntas.vault', attemptNow) : attemptNow();
}

async function tryOpen(known: KeptOfficer, kind: LockKind, secret: string): Promise<Opening> {
  if (closedFor(known.vault) === 0) await change({ vault: missed(known.vault) });
  const result = await openVault(known.vault, kind, secret);
  if (result.kind === 'opened') await change({ vault: result.vault });
  return result;
}

/** Locks at once; a visit on its way is sent to its end first, behind the lock. */
export async function lockNow(): Promise<void> {
  if (lock.value !== 'open') return;
  lock.value = 'locked';
  await dropKey();
  await beforeLock();
  if (lock.value === 'locked') open = null;
}

export async function signOut(): Promise<void> {
  await office.signOut();
  await leave();
}

/**
 * Notes that the office was reached, what it calls the officer's regions and lays down for lost phones, and how wrong the
 * phone's clock is.
 */
export async function contacted(news: Partial<Pick<KeptOfficer, 'user' | 'wipeAfterDays' | 'clockAhead'>>): Promise<void> {
  await change({ ...reached(), ...news });
}

/** Notes how many visits wait, which is told while the phone is locked. */
export async function noteWaiting(waiting: number): Promise<void> {
  if (kept.value && (kept.value.waiting ?? 0) !== waiting) await change({ waiting });
}

const reached = () => ({ lastContact: Date.now(), latest: Date.now() });

/**
 * Wipes those whose phone was out of the office's reach for too long. The office is asked once before: a phone that lay in a drawer may be in
 * reach by now, and a lost one hears that it was revoked.
 */
export async function forgetTheLost(): Promise<void> {
  const { officers } = await phone();
  const lost = await officers.outOfReach();
  if (lost.length === 0) return;
  const inReach = await office.answers();
  for (const { user } of lost) {
    if (inReach) await officers.change(user.id, (now) => ({ ...now, ...reached() }));
    else await wipe(user.id, 'tooLong');
  }
}

/** A phone that is not open speaks with the office nowhere else: here it hears that it was revoked. */
export async function askWhileClosed(): Promise<void> {
  if (lock.value === 'open') return;
  const { officers } = await phone();
  if ((await officers.all()).length > 0) await office.answers();
}

/** The office says that the phone is lost, whoever works on it: nothing of anybody stays. */
async function wipeAll(): Promise<void> {
  const { officers } = await phone();
  for (const { user } of await officers.all()) await wipe(user.id, 'revoked');
  forgetPhoneId();
  wiped.value = 'revoked';
  await leave();
}
office.onRevoked(() => void wipeAll());

/** Finished visits of officers who were wiped: only the office opens them. */
export const leftOnPhone = async () => (await phone()).officers.leftForOffice();

/** Forgets everything of an officer; of finished visits that wait, what only the office opens stays. */
async function wipe(id: string, reason: 'revoked' | 'tooLong'): Promise<void> {
  await (await phone()).officers.wipe(id);
  wiped.value = reason;
  if (kept.value?.user.id === id) await leave();
}

/** Begins anew on this phone, without what nobody can open any more. */
export async function startAfresh(): Promise<void> {
  const user = kept.value?.user;
  if (!user) return;
  const password = newPassword.value;
  await (await phone()).officers.wipe(user.id);
  await take(user, password);
}

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
  holdKey(known.user.id, key, () => void droppedElsewhere());
  lock.value = 'open';
}

/** Another window had the key and was too busy to hand it on while this one waited. */
function enterLate(key: CryptoKey): void {
  if (lock.value === 'locked') void enter(key);
}

/** Another window locked this phone, signed out or wiped it. */
async function droppedElsewhere(): Promise<void> {
  if (await reread()) await lockNow();
}

/** What is kept of the officer by now; leaves when that is nothing. */
async function reread(): Promise<KeptOfficer | null> {
  const id = kept.value?.user.id;
  kept.value = id === undefined ? null : await (await phone()).officers.find(id);
  if (!kept.value) await leave();
  return kept.value;
}

async function change(news: Partial<KeptOfficer>): Promise<void> {
  const id = kept.value?.user.id;
  if (id === undefined) return;
  const next = await (await phone()).officers.change(id, (now) => ({ ...now, ...news }));
  if (kept.value?.user.id !== id) return;
  kept.value = next;
  if (!next) await leave();
}
