import { readFile } from 'node:fs/promises';
import type { BrowserContext } from '@playwright/test';
import { assignFamilies, type ListedFamily } from '../../support/families.ts';
import { expectGoodLooks } from '../../support/looks.ts';
import { openField, signIn } from '../../support/office.ts';
import { ani, citra, Desk } from '../../support/people.ts';
import { NO_SIGNAL, phone, readyForTheRoad } from '../../support/phone.ts';
import { readyOffice } from '../../support/ready-office.ts';
import { SAMPLE_VISIT } from '../../support/reviewed.ts';
import { stored } from '../../support/stored.ts';
import { expect, type Page, serverForThisFile, test } from '../../support/test.ts';
import { choose } from '../../support/visit.ts';

/** Private on the phone: who finds it reads nothing, and who lost it loses it for good. */
test.use(phone);
test.setTimeout(120_000);

const server = serverForThisFile('serve', { data: readyOffice });
const PIN = '270945';
const DAY = 86_400_000;
let families: readonly ListedFamily[];

test.beforeAll(async () => {
  families = await assignFamilies(server(), 3);
});

async function choosePin(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Buat PIN' }).click();
  await page.getByLabel('Kata sandi').fill(ani.password);
  await page.getByLabel('PIN baru, 6 angka').fill(PIN);
  await page.getByLabel('Ulangi PIN baru').fill(PIN);
  await page.getByRole('button', { name: 'Simpan PIN' }).click();
  await expect(page.getByRole('navigation', { name: 'Menu' })).toBeVisible();
}

async function lockNow(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Saya', exact: true }).click();
  await page.getByRole('button', { name: 'Kunci sekarang' }).click();
  await expect(page.getByRole('heading', { name: 'Terkunci' })).toBeVisible();
}

async function give(page: Page, pin: string): Promise<void> {
  await page.getByLabel('PIN', { exact: true }).fill(pin);
  await page.getByRole('button', { name: 'Buka', exact: true }).click();
}

/** The clock of the phone from here on, in every window. */
const setClock = (context: BrowserContext, time: number) => context.clock.setFixedTime(time);

test('a wrong PIN makes wait, also after a reload, and a forgotten one gives way to the password', async ({ page, context }) => {
  await openField(page, server(), ani);
  await choosePin(page);
  await lockNow(page);
  for (let miss = 0; miss < 2; miss++) {
    await give(page, '000000');
    await expect(page.getByRole('alert')).toContainText('PIN salah');
  }
  await page.reload();
  await give(page, '000000');
  await expect(page.getByText('Terlalu sering salah')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Terlalu sering salah')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Buka', exact: true })).toBeDisabled();

  await setClock(context, Date.now() + 20_000);
  await page.getByRole('button', { name: 'Pakai kata sandi' }).click();
  await page.getByLabel('Kata sandi').fill(ani.password);
  await page.getByRole('button', { name: 'Buka', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Menu' })).toBeVisible();
});

test('an officer who signs in at the office chooses a PIN before the first list comes', async ({ page }) => {
  const lists: string[] = [];
  page.on('request', (request) => request.url().includes('/api/v1/me/') && lists.push(request.url()));
  await page.goto(`${server().url}/masuk`);
  await signIn(page, ani);
  await page.getByRole('link', { name: 'Buka aplikasi lapangan' }).click();
  await expect(page.getByText('Buat PIN dulu')).toBeVisible();
  await expectGoodLooks(page, [360]);
  await page.goto(`${server().url}/lapangan/kirim`);
  await expect(page.getByText('Buat PIN dulu')).toBeVisible();
  expect(lists).toEqual([]);
  await page.getByLabel('PIN baru, 6 angka').fill(PIN);
  await page.getByLabel('Ulangi PIN baru').fill(PIN);
  await page.getByRole('button', { name: 'Simpan PIN' }).click();
  await expect(page.getByRole('heading', { name: 'Masih di HP ini' })).toBeVisible();
  await lockNow(page);
  await give(page, PIN);
  await page.getByRole('link', { name: 'Keluarga', exact: true }).click();
  await expect(page.getByText(`dari ${families.length}`, { exact: true })).toBeVisible();
});

test('locking one window locks the other, which opens again with the PIN', async ({ page, context }) => {
  await openField(page, server(), ani);
  await choosePin(page);
  const other = await context.newPage();
  await other.goto(`${server().url}/lapangan/`);
  await expect(other.getByText(`dari ${families.length}`, { exact: true })).toBeVisible();
  await lockNow(page);
  await expect(other.getByRole('heading', { name: 'Terkunci' })).toBeVisible();
  await give(other, PIN);
  await expect(other.getByText(`dari ${families.length}`, { exact: true })).toBeVisible();
});

test('a reload right after the first sign-in, while the app is still being put onto the phone, asks for nothing', async ({
  page,
  context,
}) => {
  let install = () => undefined as void;
  const mayInstall = new Promise<void>((resolve) => (install = resolve));
  await context.route('**/lapangan/assets/*', async (route) => {
    if (route.request().serviceWorker() !== null) await mayInstall;
    await route.continue();
  });
  await page.goto(`${server().url}/lapangan/masuk`);
  await expect.poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.installing))).toBe(true);
  await signIn(page, ani);
  await expect(page.getByText(`dari ${families.length}`, { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText(`dari ${families.length}`, { exact: true })).toBeVisible();
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active)).toBeNull();
  install();
});

test('a phone out of reach warns from the tenth day and forgets everything after the fourteenth, whatever its clock says', async ({
  page: first,
  context,
  complaints,
}) => {
  complaints.push(NO_SIGNAL);
  const now = Date.now();
  const reopen = async (page: Page, days: number) => {
    await lockNow(page);
    await page.close();
    await setClock(context, now + days * DAY);
    const next = await context.newPage();
    await next.goto(`${server().url}/lapangan/`);
    return next;
  };
  await openField(first, server(), ani);
  await choosePin(first);
  await readyForTheRoad(first);
  await context.setOffline(true);
  const instanceId = `uuid:${crypto.randomUUID()}`;
  const instanceXml = (await readFile(SAMPLE_VISIT, 'utf8'))
    .replaceAll('BLL-000017-4', families[0]!.number)
    .replaceAll(/uuid:[0-9a-f-]{36}/g, instanceId);
  await stored(first, 'finish', [{ familyId: families[0]!.id, familyName: families[0]!.name, instanceId, instanceXml, photos: [] }]);
  await first.goto(`${server().url}/lapangan/kirim`);
  await expect.poll(() => stored(first, 'sealedForOffice')).toEqual([instanceId]);

  let page = await reopen(first, 11.5);
  await give(page, PIN);
  await expect(page.getByRole('alert')).toContainText('Sudah 11 hari HP ini tidak terhubung dengan kantor');
  page = await reopen(page, 1);
  await give(page, PIN);
  await expect(page.getByRole('alert')).toContainText('Sudah 11 hari');
  page = await reopen(page, 15);
  await expect(page.getByText('HP ini terlalu lama tidak terhubung dengan kantor')).toBeVisible();
  expect(await sizeOfPhone(page)).toBe(0);

  await expect(page.getByRole('heading', { name: '1 kunjungan hanya dapat dibuka kantor' })).toBeVisible();
  await expectGoodLooks(page, [360]);
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Simpan ke HP' }).click();
  const file = new FormData();
  file.append('file', new Blob([await readFile(await (await saving).path())]), 'visit.tuntas');
  const desk = await Desk.of(server(), citra);
  const { items } = await desk.upload<{ items: { instanceId: string; outcome: string }[] }>('/api/v1/field-exports', file);
  expect(items).toMatchObject([{ instanceId, outcome: 'accepted' }]);
});

test('a revoked phone is empty at its next contact', async ({ page, complaints }) => {
  complaints.push(/status of 40[13]/);
  await openField(page, server(), ani);
  await expect(page.getByText(`dari ${families.length}`, { exact: true })).toBeVisible();
  await expect.poll(() => sizeOfPhone(page)).toBeGreaterThan(0);
  await revoke(page);
  await page.getByRole('link', { name: /^Kirim/ }).click();
  await expect(page.getByText('Kantor mencabut izin HP ini')).toBeVisible();
  expect(await sizeOfPhone(page)).toBe(0);
});

test('a phone that is revoked in the middle of a visit is empty too', async ({ page, complaints }) => {
  complaints.push(/status of 40[13]/);
  await openField(page, server(), ani);
  await readyForTheRoad(page);
  await page.goto(`${server().url}/lapangan/keluarga/${families[1]!.id}/kunjungan`);
  await choose(page, 'Hasil kunjungan', 'Ditemukan');
  await revoke(page);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(page.getByText('Kantor mencabut izin HP ini')).toBeVisible();
  expect(await sizeOfPhone(page)).toBe(0);
});

test('a locked phone that is revoked is empty as soon as it has signal, before anybody opens it', async ({ page, context, complaints }) => {
  complaints.push(NO_SIGNAL, /status of 40[13]/);
  await openField(page, server(), ani);
  await readyForTheRoad(page);
  await lockNow(page);
  await context.setOffline(true);
  await revoke(page);
  await context.setOffline(false);
  await expect(page.getByText('Kantor mencabut izin HP ini')).toBeVisible();
  expect(await sizeOfPhone(page)).toBe(0);

  await openField(page, server(), ani);
  await expect.poll(() => sizeOfPhone(page)).toBeGreaterThan(0);
  await lockNow(page);
  await revoke(page);
  await page.reload();
  await expect(page.getByText('Kantor mencabut izin HP ini')).toBeVisible();
  expect(await sizeOfPhone(page)).toBe(0);
});

async function revoke(page: Page): Promise<void> {
  const id = await page.evaluate(() => localStorage.getItem('tuntas.device'));
  const desk = await Desk.of(server(), citra);
  const { items } = await desk.get<{ items: { id: string; deviceId: string }[] }>('/api/v1/devices');
  await desk.post(`/api/v1/devices/${items.find((one) => one.deviceId === id)!.id}/revoke`, { reason: 'Hilang di jalan' });
}

test('a clock two days ahead is told with what to do, and the day’s work goes on', async ({ page, context }) => {
  await setClock(context, Date.now() + 2 * DAY);
  await openField(page, server(), ani);
  await expect(page.getByText('jam HP ini 2 hari lebih cepat dari jam kantor')).toBeVisible();
  await expect(page.getByText(`dari ${families.length}`, { exact: true })).toBeVisible();
});

/** How many sealed records, files and locks the phone still holds. */
function sizeOfPhone(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('tuntas-field');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const read = opening.result.transaction(['officers', 'records', 'files']);
          const counts = ['officers', 'records', 'files'].map((store) => read.objectStore(store).count());
          read.oncomplete = () => {
            opening.result.close();
            resolve(counts.reduce((sum, count) => sum + count.result, 0));
          };
        };
      }),
  );
}
