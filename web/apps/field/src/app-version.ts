import { ref } from 'vue';
import { Workbox } from 'workbox-window';

/** A newer app is on the phone and waits to be installed. */
export const newVersionWaits = ref(false);

const VISIT_OPEN = 'tuntas.visit-open';
const HOUR = 3_600_000;
let worker: Workbox | null = null;

/** Puts the app onto the phone and looks for a newer one now and then. Without a service worker the app works online as before. */
export async function keepOnPhone(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  worker = new Workbox(`${import.meta.env.BASE_URL}sw.js`, { scope: import.meta.env.BASE_URL });
  worker.addEventListener('waiting', () => (newVersionWaits.value = true));
  worker.addEventListener('controlling', (event) => {
    if (event.isUpdate) location.reload();
  });
  try {
    await worker.register();
  } catch {
    return;
  }
  setInterval(() => void worker?.update().catch(() => undefined), HOUR);
}

/** Installs the newer app, unless a visit is open in this or another window: then it goes on waiting. */
export async function installNewVersion(): Promise<boolean> {
  if (await visitIsOpen()) return false;
  worker?.messageSkipWaiting();
  return true;
}

/**
 * Opens the visit of a family in this window until the returned function is called; null when another window has it open. While it is open,
 * no new version is installed.
 */
export async function openVisit(familyId: string): Promise<(() => void) | null> {
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return () => undefined;
  return new Promise((resolve) => {
    void locks.request(`${VISIT_OPEN}.${familyId}`, { ifAvailable: true }, (lock) => {
      if (!lock) return resolve(null);
      return new Promise<void>((release) => resolve(release));
    });
  });
}

async function visitIsOpen(): Promise<boolean> {
  const { held = [], pending = [] } = (await navigator.locks?.query()) ?? {};
  return [...held, ...pending].some((lock) => lock.name?.startsWith(VISIT_OPEN));
}
