import { keptByOffice, keptByPhone } from '../../support/arrived.ts';
import { assignFamilies, type ListedFamily } from '../../support/families.ts';
import { expectGoodLooks, LANGUAGES, speak } from '../../support/looks.ts';
import { openField } from '../../support/office.ts';
import { ani, citra, Desk } from '../../support/people.ts';
import { phone, readyForTheRoad } from '../../support/phone.ts';
import { readyOffice } from '../../support/ready-office.ts';
import { stored } from '../../support/stored.ts';
import { expect, serverForThisFile, test } from '../../support/test.ts';
import { fillMoved, send } from '../../support/visit.ts';

/** The phone's clock goes wrong, and every screen of the app is looked at. */
test.use(phone);
test.setTimeout(120_000);

const DAY_MS = 86_400_000;
const server = serverForThisFile('serve', { data: readyOffice });
const field = (path = '') => `${server().url}/lapangan/${path}`;
let families: readonly ListedFamily[];

test.beforeAll(async () => {
  families = await assignFamilies(server(), 8);
});

interface VisitTimes {
  readonly phoneTime: string;
  readonly visitedAt: string;
  readonly skewSeconds: number;
}

const visitOf = (family: ListedFamily) => field(`keluarga/${family.id}/kunjungan`);

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
    await page.goto(field(`keluarga/${family.id}`));
    await page.getByRole('button', { name: 'Tidak ada orang di rumah' }).click();
    await expect(page.getByText('Tercatat di HP ini')).toBeVisible();
    await page.goto(visitOf(family));
    await fillMoved(page);
    await send(page);
    await expect(page.getByText('Semua kunjungan sudah diterima kantor.')).toBeVisible();
    await expect(page.getByText(`jam HP ini 2 hari lebih ${days > 0 ? 'cepat' : 'lambat'}`)).toBeVisible();
    const [sent] = await stored(page, 'outbox');
    const desk = await Desk.of(server(), ani);
    expect(await keptByOffice(desk, sent!.instanceId)).toEqual(keptByPhone(sent!));
    const { items } = await desk.get<{ items: { id: string; conflicts: unknown[] }[] }>(
      `/api/v1/visits?instanceId=${encodeURIComponent(sent!.instanceId)}`,
    );
    expect(items[0]!.conflicts).toEqual([]);
    const shown = await (await Desk.of(server(), citra)).get<VisitTimes>(`/api/v1/visits/${items[0]!.id}`);
    const { phoneTime, visitedAt, skewSeconds } = shown;
    expect(Math.round((skewSeconds * 1_000) / DAY_MS)).toBe(days);
    expect(Math.round((Date.parse(phoneTime) - Date.parse(visitedAt)) / DAY_MS)).toBe(days);
    expect(Math.abs(Date.parse(visitedAt) - Date.now())).toBeLessThan(DAY_MS / 24);
  });
}

for (const language of LANGUAGES) {
  test(`every screen is good to look at and to hear, in ${language}`, async ({ page }) => {
    const looks = () => expectGoodLooks(page, [360]);
    await openField(page, server(), ani);
    await speak(page, language);
    const family = families[3]!;
    for (const path of ['', `keluarga/${family.id}`, 'kirim', 'saya', 'saya/pin', 'peta', 'latihan', 'usulan', 'bantuan']) {
      await page.goto(field(path));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await looks();
    }
    await page.goto(visitOf(family));
    await expect(page.locator('.question-container').filter({ visible: true }).first()).toBeVisible();
    await expect(page.locator('.visit-form .form-title h1').first()).toHaveCSS('word-break', 'normal');
    await looks();
    await page.goto(field('masuk'));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await looks();
  });
}

for (const language of LANGUAGES) {
  test(`the locked screen is good to look at and to hear, in ${language}`, async ({ page }) => {
    await openField(page, server(), ani);
    await speak(page, language);
    await page.goto(field('saya'));
    await page.getByRole('button', { name: language === 'id' ? 'Kunci sekarang' : 'Lock now' }).click();
    await expect(page.getByRole('heading', { name: language === 'id' ? 'Terkunci' : 'Locked' })).toBeVisible();
    await expectGoodLooks(page, [360]);
  });
}
