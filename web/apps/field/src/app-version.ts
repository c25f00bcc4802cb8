import { ref } from 'vue';
import { Workbox } from 'workbox-window';

/** A newer app is on the phone and waits to be installed. */
export const newVersionWaits = ref(false);

const VISIT_OPEN = 'tuntas.visit-open';
const HOUR = 3_600_000;
const INSTALLED_WITHIN_MS = 10_000;
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

/** Installs the newer app, unless a visit is open in this or another window: then it goes on waiting. No visit opens meanwhile. */
export async function installNewVersion(): Promise<boolean> {
  const installing = worker;
  const install = async () => {
    const inPlace = new Promise((resolve) => installing?.addEventListener('controlling', resolve));
    installing?.messageSkipWaiting();
    await Promise.race([inPlace, new Promise((resolve) => setTimeout(resolve, INSTALLED_WITHIN_MS))]);
    return true;
  };
  const locks = navigator.locks as LockManager | undefined;
  return locks ? locks.request(VISIT_OPEN, { ifAvailable: true }, (alone) => (alone ? install() : false)) : install();
}

/** Another window may be on its way out: it is told of, and waited for until the page that asks is left, or for good. */
export interface Patience {
  readonly tell: () => void;
  readonly until?: AbortSignal;
}

/**
 * Opens the visit of a family in this window until the returned function is called; null when another window has it open, and still had it
 * when there was no patience any more. While any is open, no new version is installed.
 */
export async function openVisit(familyId: string, patience?: Patience): Promise<(() => void) | null> {
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return () => undefined;
  const releases: (() => void)[] = [];
  const hold = (name: string, options: LockOptions) =>
    new Promise<boolean>((held) => {
      locks
        .request(name, options, (lock) => {
          held(lock !== null);
          return lock && new Promise<void>((release) => releases.push(release));
        })
        .catch(() => held(false));
    });
  const visit = `${VISIT_OPEN}.${familyId}`;
  if (!(await hold(visit, { ifAvailable: true }))) {
    if (!patience) return null;
    patience.tell();
    if (!(await hold(visit, patience.until ? { signal: patience.until } : {}))) return null;
  }
  await hold(VISIT_OPEN, { mode: 'shared' });
  return () => releases.forEach((release) => release());
}
