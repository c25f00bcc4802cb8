/// <reference lib="webworker" />
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

/*
 * The office app without a network, for the meeting that is kept on this machine. A page is always asked of the server first, so that nobody
 * works with an old office while there is a new one; the copy of it answers only where no server does. Nothing personal comes into it.
 */
precacheAndRoute(self.__WB_MANIFEST, { cleanURLs: false, directoryIndex: '' });
cleanupOutdatedCaches();
registerRoute(
  new NavigationRoute(
    async ({ request }) => {
      try {
        return await fetch(request);
      } catch (cause) {
        const kept = await matchPrecache('/index.html');
        if (kept) return kept;
        throw cause;
      }
    },
    { denylist: [/^\/(api|odk|lapangan|healthz)(\/|$)/] },
  ),
);
