import { expect, type Page } from './test.ts';
import type { Server } from './server.ts';

export interface Person {
  readonly username: string;
  readonly name: string;
  readonly password: string;
}

/** The link that the first start prints for making the first administrator. */
export function setUpLink(server: Server): string {
  const link = /http:\/\/localhost:\d+\/mulai\/\S+/.exec(server.output())?.[0];
  if (!link) throw new Error(`no one-time link was printed:\n${server.output()}`);
  return link;
}

export async function makeFirstAdministrator(page: Page, link: string, person: Person): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Nama lengkap').fill(person.name);
  await page.getByLabel('Nama pengguna').fill(person.username);
  await page.getByLabel('Kata sandi').fill(person.password);
  await page.getByRole('button', { name: 'Buat administrator' }).click();
  await expect(page.getByRole('status')).toContainText(`Akun ${person.username} sudah dibuat`);
}

/** The same without a browser, for tests of other things. */
export async function signUpAdministrator(server: Server, person: Person): Promise<void> {
  const link = new URL(setUpLink(server));
  const answer = await fetch(new URL(link.pathname.replace('/mulai/', '/api/v1/setup/'), link), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(person),
  });
  if (!answer.ok) throw new Error(`the administrator was not made: ${answer.status} ${await answer.text()}`);
}

/** Signs in at whichever door the page stands before: the office's or the field app's. */
export async function signIn(page: Page, person: Pick<Person, 'username' | 'password'>): Promise<void> {
  await page.getByLabel('Nama pengguna').fill(person.username);
  await page.getByLabel('Kata sandi').fill(person.password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Masuk', exact: true })).toBeHidden();
}

export async function openOffice(page: Page, server: Server, person: Pick<Person, 'username' | 'password'>): Promise<void> {
  await page.goto(`${server.url}/masuk`);
  await signIn(page, person);
  await expect(page.getByRole('navigation', { name: 'Menu utama' })).toBeAttached();
}

/**
 * Waits until the app is installed, since only then a reload does not lock it. Shows a form's questions all on one page, where a test finds
 * each by its words, unless they are to come one by one.
 */
export async function openField(
  page: Page,
  server: Pick<Server, 'url'>,
  person: Pick<Person, 'username' | 'password'>,
  questions: 'page' | 'one' = 'page',
): Promise<void> {
  await page.goto(`${server.url}/lapangan/masuk`);
  await signIn(page, person);
  await expect(page.getByRole('navigation', { name: 'Menu' })).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.evaluate((mode) => localStorage.setItem('tuntas.questions', mode), questions);
}
