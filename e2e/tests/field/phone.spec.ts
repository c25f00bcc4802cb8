import type { BrowserContext } from '@playwright/test';
import { keptByOffice, keptByPhone } from '../../support/arrived.ts';
import { giveFamiliesTo, type ListedFamily } from '../../support/families.ts';
import { expectGoodLooks, LANGUAGES, speak } from '../../support/looks.ts';
import { openField } from '../../support/office.ts';
import { ani, citra, Desk } from '../../support/people.ts';
import { NO_SIGNAL, phone, readyForTheRoad, unlock } from '../../support/phone.ts';
import { keptInDraft, stored } from '../../support/stored.ts';
import { expect, type Page, serverForThisFile, test } from '../../support/test.ts';
import { choose, fillMoved, photograph, send } from '../../support/visit.ts';

/** The phone itself goes wrong: it is full, its clock is, it is lost, or somebody else holds it. */
test.use(phone);
test.setTimeout(120_000);

const DAY_MS = 86_400_000;
const PIN = '284619';
const server = serverForThisFile('serve');
const field = (path = '') => `${server().url}/lapangan/${path}`;
let families: readonly ListedFamily[];

test.beforeAll(async () => {
  families = await giveFamiliesTo(server(), 8);
});

interface VisitTimes {
  readonly phoneTime: string;
  readonly visitedAt: string;
  readonly skewSeconds: number;
}

const visitOf = (family: ListedFamily) => field(`keluarga/${family.id}/kunjungan`);

/**
 * Leaves the phone so many bytes for what is still to be kept; without a number, as much as it has.
 * A browser goes by what it measured a little earlier as long as a page of the app is open.
 */
async function leaveRoom(context: BrowserContext, page: Page, bytes?: number): Promise<void> {
  const session = await context.newCDPSession(page);
  const origin = server().url;
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
  await session.send('Storage.overrideQuotaForOrigin', { origin, ...(bytes !== undefined && { quotaSize: usage + bytes }) });
}

test('a full phone says so, keeps what it had, and takes the rest once there is room', async ({ page, context }) => {
  const family = families[0]!;
  await openField(page, server(), ani);
  await readyForTheRoad(page);
  await page.goto(visitOf(family));
  await choose(page, 'Hasil kunjungan', 'Ditemukan');
  await keptInDraft(page, family.id, '<result>found</result>');
  await page.goto('about:blank');
  await leaveRoom(context, page, 20_000);
  await page.goto(visitOf(family));
  await photograph(page, 'Foto rumah dari depan');
  const full = page.getByRole('alert').filter({ hasText: 'HP ini penuh' });
  await expect(full).toBeVisible();
  await keptInDraft(page, family.id, '<result>found</result>');
  await leaveRoom(context, page);
  await full.getByRole('button', { name: 'Simpan lagi' }).click();
  await expect(full).toBeHidden();
  await keptInDraft(page, family.id, '.jpg</house_front>');
});

for (const days of [2, -2]) {
  test(`a clock ${days > 0 ? 'two days ahead' : 'two days behind'} spoils no visit; both times are kept`, async ({ page, context }) => {
    const family = families[days > 0 ? 1 : 2]!;
    await context.addInitScript((ahead) => {
      const Right = Date;
      const now = () => Right.now() + ahead;
      globalThis.Date = new Proxy(Right, {
        construct: (target, given, made) => Reflect.construct(target, given.length > 0 ? given : [now()], made) as object,
        apply: () => new Right(now()).toString(),
        get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
      });
    }, days * DAY_MS);
    await openField(page, server(), ani);
    await readyForTheRoad(page);
    await page.goto(visitOf(family));
    await fillMoved(page);
    await send(page);
    await expect(page.getByText('Semua kunjungan sudah diterima kantor.')).toBeVisible();
    await expect(page.getByText(`jam HP ini 2 hari lebih ${days > 0 ? 'cepat' : 'lambat'}`)).toBeVisible();
    const [sent] = await stored(page, 'outbox');
    const desk = await Desk.of(server(), ani);
    expect(await keptByOffice(desk, sent!.instanceId)).toEqual(keptByPhone(sent!));
    const { items } = await desk.get<{ items: { id: string }[] }>(`/api/v1/visits?instanceId=${encodeURIComponent(sent!.instanceId)}`);
    const shown = await (await Desk.of(server(), citra)).get<VisitTimes>(`/api/v1/visits/${items[0]!.id}`);
    const { phoneTime, visitedAt, skewSeconds } = shown;
    expect(Math.round((skewSeconds * 1_000) / DAY_MS)).toBe(days);
    expect(Math.round((Date.parse(phoneTime) - Date.parse(visitedAt)) / DAY_MS)).toBe(days);
    expect(Math.abs(Date.parse(visitedAt) - Date.now())).toBeLessThan(DAY_MS / 24);
  });
}

test('a phone that the office revokes forgets everything at its next contact', async ({ page, complaints }) => {
  complaints.push(/403/);
  await openField(page, server(), ani);
  await readyForTheRoad(page);
  const deviceId = await page.evaluate(() => localStorage.getItem('tuntas.device'));
  const desk = await Desk.of(server(), citra);
  const { items } = await desk.get<{ items: { id: string; deviceId: string }[] }>('/api/v1/devices?limit=100');
  await desk.post(`/api/v1/devices/${items.find((one) => one.deviceId === deviceId)!.id}/revoke`, { reason: 'HP hilang di jalan' });
  await page.reload();
  await expect(page.getByText('Kantor mencabut izin HP ini.')).toBeVisible();
  const left = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('tuntas-field');
      opening.onsuccess = () => resolve(opening.result);
    });
    const names = [...database.objectStoreNames];
    const stores = database.transaction(names);
    const counts = names.map(
      (name) =>
        new Promise<number>((resolve) => {
          const counting = stores.objectStore(name).count();
          counting.onsuccess = () => resolve(counting.result);
        }),
    );
    return Promise.all(counts).then((all) => all.reduce((sum, one) => sum + one, 0));
  });
  expect(left).toBe(0);
});

test('a wrong PIN opens nothing and makes the next try wait; the right one opens', async ({ page, context, complaints }) => {
  complaints.push(NO_SIGNAL);
  await page.clock.install();
  await openField(page, server(), ani);
  await readyForTheRoad(page);
  await page.goto(field('saya/pin'));
  await page.getByLabel('Kata sandi').fill(ani.password);
  await page.getByLabel('PIN baru, 6 angka').fill(PIN);
  await page.getByLabel('Ulangi PIN baru').fill(PIN);
  await page.getByRole('button', { name: 'Simpan PIN' }).click();
  await context.setOffline(true);
  await page.getByRole('link', { name: 'Saya', exact: true }).click();
  await page.getByRole('button', { name: 'Kunci sekarang' }).click();
  const open = page.getByRole('button', { name: 'Buka', exact: true });
  for (let misses = 1; misses <= 3; misses += 1) {
    await page.getByLabel('PIN', { exact: true }).fill('000000');
    await open.click();
    await expect(page.getByText('PIN salah.')).toBeVisible();
  }
  await expect(open).toBeDisabled();
  await expect(page.getByText('Terlalu sering salah. Coba lagi dalam')).toBeVisible();
  await page.goto(field());
  await expect(page.getByRole('heading', { name: 'Terkunci' })).toBeVisible();
  await expect(open).toBeDisabled();
  await page.clock.fastForward(20_000);
  await page.getByLabel('PIN', { exact: true }).fill(PIN);
  await open.click();
  await expect(page.getByText(`dari ${families.length}`, { exact: true })).toBeVisible();
});

for (const language of LANGUAGES) {
  test(`every screen is good to look at and to hear, in ${language}`, async ({ page }) => {
    const looks = () => expectGoodLooks(page, [360]);
    await speak(page, language);
    await page.goto(field('masuk'));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await looks();
    await (await Desk.of(server(), ani)).lend(page.context());
    const family = families[3]!;
    for (const path of ['', `keluarga/${family.id}`, 'kirim', 'saya', 'saya/pin']) {
      await page.goto(field(path));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await looks();
    }
    await page.goto(visitOf(family));
    await expect(page.locator('.question-container').first()).toBeVisible();
    await looks();
  });
}

test('the locked screen is good to look at and to hear', async ({ page }) => {
  await openField(page, server(), ani);
  await page.getByRole('link', { name: 'Saya', exact: true }).click();
  await page.getByRole('button', { name: 'Kunci sekarang' }).click();
  await expect(page.getByRole('heading', { name: 'Terkunci' })).toBeVisible();
  await expectGoodLooks(page, [360]);
  await unlock(page, ani.password);
});
