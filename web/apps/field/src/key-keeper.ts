/**
 * The key of the open data lives in the memory of the page alone. It is handed on only within this browser: to another window that asks,
 * and for half a minute to the service worker when the page is left, so that a reload does not ask for the PIN. Neither writes it down.
 */
interface KeyMessage {
  readonly type: 'KEEP_KEY' | 'ASK_KEY' | 'GIVE_KEY' | 'DROP_KEY';
  readonly officerId: string;
  readonly key?: CryptoKey;
}

const PATIENCE_MS = 250;
let held: { officerId: string; key: CryptoKey } | null = null;
let dropped: () => void = () => undefined;
const windows = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('tuntas.key');

const worker = async () => (await navigator.serviceWorker?.getRegistration())?.active ?? null;

windows?.addEventListener('message', ({ data }: MessageEvent<KeyMessage>) => {
  if (data.type === 'ASK_KEY' && held?.officerId === data.officerId) windows.postMessage({ type: 'GIVE_KEY', ...held });
  if (data.type === 'DROP_KEY' && held?.officerId === data.officerId) dropped();
});

if (typeof addEventListener === 'function') {
  addEventListener('pagehide', () => {
    if (!held || !activeWorker) return;
    activeWorker.postMessage({ type: 'KEEP_KEY', ...held } satisfies KeyMessage);
  });
}
let activeWorker: ServiceWorker | null = null;

export function holdKey(officerId: string, key: CryptoKey, onDropped: () => void): void {
  held = { officerId, key };
  dropped = onDropped;
  void navigator.serviceWorker?.ready.then(({ active }) => (activeWorker = active));
  navigator.serviceWorker?.addEventListener('controllerchange', () => (activeWorker = navigator.serviceWorker.controller));
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
export async function askKey(officerId: string): Promise<CryptoKey | null> {
  const active = await worker();
  return new Promise((resolve) => {
    const reply = new MessageChannel();
    const settle = (key: CryptoKey | null) => {
      clearTimeout(patience);
      windows?.removeEventListener('message', given);
      reply.port1.close();
      resolve(key);
    };
    const given = ({ data }: MessageEvent<KeyMessage>) => {
      if (data.type === 'GIVE_KEY' && data.officerId === officerId && data.key) settle(data.key);
    };
    const patience = setTimeout(() => settle(null), PATIENCE_MS);
    windows?.addEventListener('message', given);
    windows?.postMessage({ type: 'ASK_KEY', officerId } satisfies KeyMessage);
    reply.port1.onmessage = given;
    active?.postMessage({ type: 'ASK_KEY', officerId } satisfies KeyMessage, [reply.port2]);
  });
}
