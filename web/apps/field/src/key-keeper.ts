/**
 * The key of the open data lives in the memory of the page alone. It is handed on only within this browser: to another window that asks,
 * and for half a minute to the service worker when the page is left, so that a reload does not ask for the PIN. Neither writes it down.
 */
interface KeyMessage {
  readonly type: 'KEEP_KEY' | 'ASK_KEY' | 'GIVE_KEY' | 'DROP_KEY';
  readonly officerId: string;
  readonly key?: CryptoKey;
}

/** How long other windows may take to answer, and the service worker, which a slow phone may have to start first. */
const WINDOWS_MS = 250;
const WORKER_MS = 3_000;
let held: { officerId: string; key: CryptoKey } | null = null;
let dropped: () => void = () => undefined;
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
  held = { officerId, key };
  dropped = onDropped;
  void findWorker();
}

/** Is asked before the page is left: then there is no time to. */
async function findWorker(): Promise<void> {
  registration = (await navigator.serviceWorker?.getRegistration()) ?? (await navigator.serviceWorker?.ready);
}

/** Drops the key here, in the other windows and in the service worker. */
export async function dropKey(): Promise<void> {
  if (!held) return;
  const message: KeyMessage = { type: 'DROP_KEY', officerId: held.officerId };
  held = null;
  windows?.postMessage(message);
  (await worker())?.postMessage(message);
}

/** The key that another window or the service worker still has. */
export function askKey(officerId: string): Promise<CryptoKey | null> {
  const asked = [askWindows(officerId), askWorker(officerId)];
  return new Promise((resolve) => {
    for (const answer of asked) void answer.then((key) => key && resolve(key));
    void Promise.all(asked).then(() => resolve(null));
  });
}

function askWindows(officerId: string): Promise<CryptoKey | null> {
  return new Promise((resolve) => {
    if (!windows) return resolve(null);
    const settle = (key: CryptoKey | null) => {
      clearTimeout(patience);
      windows.removeEventListener('message', given);
      resolve(key);
    };
    const given = ({ data }: MessageEvent<KeyMessage>) => {
      if (data.type === 'GIVE_KEY' && data.officerId === officerId && data.key) settle(data.key);
    };
    const patience = setTimeout(() => settle(null), WINDOWS_MS);
    windows.addEventListener('message', given);
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
    const patience = setTimeout(() => settle(null), WORKER_MS);
    reply.port1.onmessage = ({ data }: MessageEvent<KeyMessage>) => settle(data.key ?? null);
    asked.postMessage({ type: 'ASK_KEY', officerId } satisfies KeyMessage, [reply.port2]);
  });
}
