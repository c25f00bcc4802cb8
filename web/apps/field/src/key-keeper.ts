/**
 * The key of the open data lives in the memory of the page alone. It is handed on only within this browser: to another window that asks,
 * and for half a minute to the service worker when the page is left, so that a reload does not ask for the PIN. Neither writes it down.
 */
interface KeyMessage {
  readonly type: 'KEEP_KEY' | 'ASK_KEY' | 'GIVE_KEY' | 'DROP_KEY';
  readonly officerId: string;
  readonly key?: CryptoKey;
}

/** How long one may take to answer: another window may be drawing, and a slow phone may have to start the service worker first. */
const PATIENCE_MS = 3_000;
/** The same where the browser does not say whether another window has the key. */
const GUESSING_MS = 250;
let held: { officerId: string; key: CryptoKey } | null = null;
let dropped: () => void = () => undefined;
let letGo: () => void = () => undefined;
let stopHearing: () => void = () => undefined;
const windows = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('tuntas.key');

let registration: ServiceWorkerRegistration | undefined;

/** One that is still being installed keeps the key as well: right after the first sign-in there is no other. */
const workerOf = (known: ServiceWorkerRegistration | undefined) => known?.active ?? known?.waiting ?? known?.installing ?? null;
const worker = async () => workerOf(await navigator.serviceWorker?.getRegistration());

windows?.addEventListener('message', ({ data }: MessageEvent<KeyMessage>) => {
  if (data.type === 'ASK_KEY' && held?.officerId === data.officerId) windows.postMessage({ type: 'GIVE_KEY', ...held });
  if (data.type === 'DROP_KEY' && held?.officerId === data.officerId) dropped();
});

if (typeof addEventListener === 'function') {
  addEventListener('pagehide', () => {
    if (held) workerOf(registration)?.postMessage({ type: 'KEEP_KEY', ...held } satisfies KeyMessage);
  });
}

export function holdKey(officerId: string, key: CryptoKey, onDropped: () => void): void {
  stopHearing();
  held = { officerId, key };
  dropped = onDropped;
  tellOfKey(officerId);
  void findWorker();
}

/** A lock that every window shares which has the key: who has none knows by it whether asking is worth the wait. */
const lockOf = (officerId: string) => `tuntas.key.${officerId}`;
const locks = () => navigator.locks as LockManager | undefined;

function tellOfKey(officerId: string): void {
  letGo();
  void locks()?.request(lockOf(officerId), { mode: 'shared' }, () => held && new Promise<void>((resolve) => (letGo = resolve)));
}

/** Is asked before the page is left: then there is no time to. */
async function findWorker(): Promise<void> {
  registration = (await navigator.serviceWorker?.getRegistration()) ?? (await navigator.serviceWorker?.ready);
}

/** Drops the key here, in the other windows and in the service worker. */
export async function dropKey(): Promise<void> {
  stopHearing();
  if (!held) return;
  const message: KeyMessage = { type: 'DROP_KEY', officerId: held.officerId };
  held = null;
  letGo();
  windows?.postMessage(message);
  (await worker())?.postMessage(message);
}

/**
 * The key that another window or the service worker still has; null when nobody gives it in time. A window too busy to answer in time
 * hands it on `late`, unless the key was dropped, found or asked for again meanwhile.
 */
export function askKey(officerId: string, late: (key: CryptoKey) => void): Promise<CryptoKey | null> {
  const asked = [askWindows(officerId, late), askWorker(officerId)];
  return new Promise((resolve) => {
    for (const answer of asked) void answer.then((key) => key && resolve(key));
    void Promise.all(asked).then(() => resolve(null));
  });
}

async function askWindows(officerId: string, late: (key: CryptoKey) => void): Promise<CryptoKey | null> {
  if (!windows) return null;
  const holders = (await locks()?.query())?.held?.filter(({ name }) => name === lockOf(officerId));
  if (holders?.length === 0) return null;
  return new Promise((resolve) => {
    let give: (key: CryptoKey) => void = resolve;
    const giveUp = () => {
      give = late;
      resolve(null);
    };
    const patience = setTimeout(giveUp, holders ? PATIENCE_MS : GUESSING_MS);
    const heard = ({ data }: MessageEvent<KeyMessage>) => {
      if (data.officerId !== officerId || data.type === 'ASK_KEY') return;
      clearTimeout(patience);
      stopHearing();
      if (data.key) give(data.key);
      else giveUp();
    };
    stopHearing();
    stopHearing = () => windows.removeEventListener('message', heard);
    windows.addEventListener('message', heard);
    windows.postMessage({ type: 'ASK_KEY', officerId } satisfies KeyMessage);
  });
}

/** It answers in any case, so that nobody waits for a key that it does not have. */
async function askWorker(officerId: string): Promise<CryptoKey | null> {
  const asked = await worker();
  if (!asked) return null;
  return new Promise((resolve) => {
    const reply = new MessageChannel();
    const settle = (key: CryptoKey | null) => {
      clearTimeout(patience);
      reply.port1.close();
      resolve(key);
    };
    const patience = setTimeout(() => settle(null), PATIENCE_MS);
    reply.port1.onmessage = ({ data }: MessageEvent<KeyMessage>) => settle(data.key ?? null);
    asked.postMessage({ type: 'ASK_KEY', officerId } satisfies KeyMessage, [reply.port2]);
  });
}
