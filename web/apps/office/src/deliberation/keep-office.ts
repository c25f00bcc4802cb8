/** Puts the office app onto this machine; whether it opens here without the server from now on. */
export async function keepOffice(): Promise<boolean> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return false;
  try {
    await navigator.serviceWorker.register('/sw.js');
    await navigator.serviceWorker.ready;
    await navigator.storage?.persist();
    return true;
  } catch {
    return false;
  }
}
