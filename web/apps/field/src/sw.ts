/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

/* The whole app is on the phone; what is personal is kept by the app itself, sealed, and never comes into this cache. */
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/.*/] });
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/lapangan/index.html')));

/** The page of the first sign-in, which no service worker has brought, goes on without signal too. */
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

type Message =
  | { readonly type: 'SKIP_WAITING' }
  | { readonly type: 'KEEP_KEY'; readonly officerId: string; readonly key: CryptoKey }
  | { readonly type: 'ASK_KEY' | 'DROP_KEY'; readonly officerId: string };

/** A page that is reloaded finds its key here, and so does a window that opens meanwhile; whoever comes later gives the PIN. */
const HANDED_ON_FOR_MS = 30_000;
let handedOn: { officerId: string; key: CryptoKey; until: number } | null = null;

function keyFor(officerId: string): CryptoKey | undefined {
  if (handedOn && Date.now() >= handedOn.until) handedOn = null;
  return handedOn?.officerId === officerId ? handedOn.key : undefined;
}

self.addEventListener('message', (event) => {
  const message = event.data as Message;
  switch (message.type) {
    // A new version waits until the app says that no visit is open.
    case 'SKIP_WAITING':
      void self.skipWaiting();
      break;
    case 'KEEP_KEY':
      handedOn = { officerId: message.officerId, key: message.key, until: Date.now() + HANDED_ON_FOR_MS };
      break;
    case 'ASK_KEY':
      event.ports[0]?.postMessage({ type: 'GIVE_KEY', officerId: message.officerId, key: keyFor(message.officerId) });
      break;
    case 'DROP_KEY':
      handedOn = null;
      break;
  }
});

/** Background Sync: what waits is sealed, so an open window of the app sends it; without one the lock says how much waits. */
self.addEventListener('sync', (event) => {
  (event as ExtendableEvent).waitUntil(
    self.clients.matchAll({ type: 'window' }).then((windows) => windows.forEach((window) => window.postMessage({ type: 'SEND' }))),
  );
});
