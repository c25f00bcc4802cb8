import type { BrowserContext } from '@playwright/test';
import { expect, type Page } from './test.ts';

/** A small phone that stands before a house in Banjar. */
export const phone = {
  viewport: { width: 360, height: 640 },
  hasTouch: true,
  isMobile: true,
  geolocation: { latitude: -8.112, longitude: 115.088, accuracy: 8 },
  permissions: ['geolocation'],
};

/** What the browser notes whenever the app looks for the office and there is no signal. */
export const NO_SIGNAL = /ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|NETWORK_CHANGED|FAILED)/;

/** Waits until the phone holds the app, the list and the form, so that the signal may go. */
export async function readyForTheRoad(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const opening = indexedDB.open('tuntas-field');
            opening.onsuccess = () => {
              const keys = opening.result.transaction('records').objectStore('records').getAllKeys();
              keys.onsuccess = () => {
                opening.result.close();
                resolve(keys.result.filter((key) => ['work', 'form', 'list'].includes((key as string[])[1]!)).length);
              };
            };
          }),
      ),
    )
    .toBeGreaterThanOrEqual(5);
}

/** Turns the page off as a flat battery does, and opens the app again, with the password where it is asked for. */
export async function restart(context: BrowserContext, page: Page, url: string, password: string): Promise<Page> {
  await page.close();
  return openAgain(context, url, password);
}

/** Opens the app in a new window, with the password where it is asked for. */
export async function openAgain(context: BrowserContext, url: string, password: string): Promise<Page> {
  const next = await context.newPage();
  await next.goto(url);
  await unlockWhereAsked(next, password);
  return next;
}

export async function unlockWhereAsked(page: Page, password: string): Promise<void> {
  const door = page.getByRole('button', { name: 'Buka', exact: true });
  await expect(door.or(page.locator('.pnav, .ptop .ib')).first()).toBeVisible();
  if (await door.isVisible()) await unlock(page, password);
}

export async function unlock(page: Page, password: string): Promise<void> {
  await page.getByLabel('Kata sandi').fill(password);
  await page.getByRole('button', { name: 'Buka', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Terkunci' })).toBeHidden();
}

/** Ends the page's process at once, as an empty battery does: no event is heard any more. */
export async function kill(context: BrowserContext, page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}
