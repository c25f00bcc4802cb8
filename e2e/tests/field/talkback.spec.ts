import { assignFamilies, type ListedFamily } from '../../support/families.ts';
import { openField } from '../../support/office.ts';
import { ani } from '../../support/people.ts';
import { phone, readyForTheRoad } from '../../support/phone.ts';
import { asRead, described, listen, nameless, readOutOfSight, wordsOf } from '../../support/reader.ts';
import { readyOffice } from '../../support/ready-office.ts';
import { expect, type Page, serverForThisFile, test } from '../../support/test.ts';
import { choose, fillVisit, send } from '../../support/visit.ts';

/** The officer who does not see the screen: what a screen reader is told, in which order, where it stands, and when it speaks by itself. */
test.use(phone);
test.setTimeout(120_000);

const server = serverForThisFile('serve', { data: readyOffice });
let families: readonly ListedFamily[];

test.beforeAll(async () => {
  families = await assignFamilies(server(), 4);
});

/** Elements that the keyboard reaches out of the order in which they are read. */
const outOfOrder = (page: Page) => page.locator('[tabindex]:not([tabindex="0"]):not([tabindex="-1"])').count();

async function isReadAsSeen(page: Page): Promise<void> {
  expect(await nameless(page)).toEqual([]);
  expect(await outOfOrder(page)).toBe(0);
  expect(await readOutOfSight(page)).toEqual([]);
  expect(await page.locator('[role=status], [role=alert], [aria-live]').count(), 'what changes can be told').toBeGreaterThan(0);
}

async function hears(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused();
  await isReadAsSeen(page);
}

test('every screen begins at its heading, names its controls, and is read in the order in which it is seen', async ({ page }) => {
  const family = families[0]!;
  await page.goto(`${server().url}/lapangan/masuk`);
  await isReadAsSeen(page);
  await openField(page, server(), ani);
  await readyForTheRoad(page);
  await isReadAsSeen(page);
  for (const path of ['peta', 'latihan', 'usulan', 'usulan/baru', 'bantuan', 'saya/pin']) {
    await page.goto(`${server().url}/lapangan/${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
    await isReadAsSeen(page);
  }
  await page.goto(`${server().url}/lapangan/`);
  await page
    .getByRole('link', { name: new RegExp(`^${family.name}`) })
    .or(page.getByRole('link', { name: 'Mulai kunjungan' }))
    .first()
    .click();
  await hears(page, /.+/);
  await page.getByRole('link', { name: 'Kembali ke daftar' }).click();
  await page.getByRole('link', { name: /^Kirim/ }).click();
  await hears(page, 'Kiriman');
  await page.getByRole('link', { name: 'Saya', exact: true }).click();
  await hears(page, ani.name);
  await page.getByRole('button', { name: 'Kunci sekarang' }).click();
  await expect(page.getByRole('heading', { name: 'Terkunci' })).toBeVisible();
  await isReadAsSeen(page);
});

test('the form is read as it is seen, and each question’s words, hint and fault belong to its answer', async ({ page }) => {
  await openField(page, server(), ani);
  await readyForTheRoad(page);
  await page.goto(`${server().url}/lapangan/keluarga/${families[0]!.id}/kunjungan`);
  await choose(page, 'Hasil kunjungan', 'Ditemukan');
  await page.getByRole('button', { name: 'Kirim', exact: true }).click();
  await expect(page.getByText(/^\d+ jawaban perlu diperbaiki\.$/)).toBeVisible();
  await expect(page.locator('.question-container:empty'), 'all questions are drawn').toHaveCount(0);
  await isReadAsSeen(page);

  const asking = '.question-container:has(.control-text label[for])';
  const questions = await wordsOf(page.locator(asking));
  expect(questions.filter(({ hint }) => hint).length).toBeGreaterThan(5);
  expect(questions.filter(({ error }) => error).length).toBeGreaterThan(20);
  expect(await described(page, asking)).toEqual(questions.map(asRead));
  const field = ':is(input[type=text], textarea, [role=spinbutton])';
  const written = await wordsOf(page.locator(`${asking}:has(${field})`));
  expect(written.length).toBeGreaterThan(5);
  expect(await described(page, `${asking} ${field}`)).toEqual(written.map(asRead));

  await page.getByRole('button', { name: 'Satu per satu' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Bagian \d+ dari \d+ · Pertanyaan \d+$/ })).toBeVisible();
  await isReadAsSeen(page);
});

test('a photo that is taken, a visit that is kept and one that the office has are told without being asked for', async ({ page }) => {
  const family = families[1]!;
  await openField(page, server(), ani);
  await readyForTheRoad(page);
  await page.goto(`${server().url}/lapangan/keluarga/${family.id}/kunjungan`);
  const spoken = await listen(page);
  await fillVisit(page, family.members, family.name);
  await expect.poll(spoken).toContain('Foto diambil: Foto rumah dari depan');
  await expect.poll(spoken).toContain('Sudah ditandatangani: Tanda tangan yang menjawab');
  await send(page);
  await expect.poll(spoken).toContain(`Kunjungan ke ${family.name} tersimpan di HP ini dan menunggu dikirim.`);
  await expect.poll(spoken).toContain(`${family.name}: kunjungan diterima kantor.`);
});
