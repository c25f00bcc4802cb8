import { assignFamilies, type ListedFamily } from '../../support/families.ts';
import { expectGoodLooks } from '../../support/looks.ts';
import { openField } from '../../support/office.ts';
import { ani } from '../../support/people.ts';
import { kill, openAgain, phone, readyForTheRoad, restart, unlock } from '../../support/phone.ts';
import { readyOffice } from '../../support/ready-office.ts';
import { keptInDraft, placeKept } from '../../support/stored.ts';
import { expect, type Page, serverForThisFile, test } from '../../support/test.ts';
import { answerOf, choose, chosen, fillVisit } from '../../support/visit.ts';

/** The officer who likes one question at a time, with a thumb or with the keys. */
test.describe.configure({ mode: 'serial' });
test.use(phone);
test.setTimeout(180_000);

const server = serverForThisFile('serve', { data: readyOffice });
let families: readonly ListedFamily[];
const visitOf = (family: ListedFamily) => `${server().url}/lapangan/keluarga/${family.id}/kunjungan`;

test.beforeAll(async () => {
  families = await assignFamilies(server(), 6);
});

const next = (page: Page) => page.getByRole('button', { name: 'Berikutnya' });
const asked = (page: Page) => page.locator('.question-container:visible');

async function goOnTo(page: Page, words: string): Promise<void> {
  for (let steps = 0; !(await asked(page).innerText()).includes(words); steps++) {
    if (steps > 80) throw new Error(`no step asks ${words}`);
    const before = await page.getByRole('progressbar').getAttribute('value');
    await next(page).click();
    const skip = page.getByRole('button', { name: 'Lewati dulu' });
    await expect
      .poll(async () => (await skip.isVisible()) || (await page.getByRole('progressbar').getAttribute('value')) !== before)
      .toBe(true);
    if (await skip.isVisible()) await skip.click();
  }
}

test('asks one question at a time, says what is wrong, and comes back to it', async ({ page: first, context }) => {
  const family = families[0]!;
  await openField(first, server(), ani, 'one');
  await readyForTheRoad(first);
  await first.goto(visitOf(family));
  await expect(asked(first)).toHaveCount(1);
  await expect(asked(first)).toContainText(family.name);
  await expect(first.getByText('Bagian 1 dari 13 · Pertanyaan 1')).toBeVisible();
  await expect(first.getByRole('button', { name: 'Sebelumnya' })).toBeDisabled();
  await expectGoodLooks(first, [360]);
  await first.setViewportSize(phone.viewport);

  await goOnTo(first, 'Hasil kunjungan');
  const where = await first.getByText(/^Bagian 2 dari 13\s· Pertanyaan \d+$/).innerText();
  expect(await placeKept(first, family.id), 'a visit that is only looked at has not begun').toBeUndefined();
  const styles = await first.locator('style').count();
  await chosen(first, 'Hasil kunjungan', 'Ditemukan').check();
  await expect.poll(() => first.locator('.question-container').count()).toBeGreaterThan(30);
  await expect(first.getByText(where)).toBeVisible();
  await expect(asked(first)).toHaveCount(1);
  expect(await first.locator('style').count(), 'a style that comes between two questions is a wait').toBe(styles);

  await first.keyboard.press('Enter');
  await expect(answerOf(first, 'Nama yang menjawab')).toBeFocused();
  await first.keyboard.press('Enter');
  await expect(first.getByRole('alert').filter({ hasText: 'Jawaban ini wajib diisi.' })).toBeAttached();
  await expect(asked(first).getByText('Jawaban ini wajib diisi.')).toBeVisible();
  await expectGoodLooks(first, [360]);
  await first.setViewportSize(phone.viewport);
  await answerOf(first, 'Nama yang menjawab').fill('Ketut');
  await expect(first.getByRole('status').filter({ hasText: 'Tersimpan' })).toBeVisible();
  await answerOf(first, 'Nama yang menjawab').press('Enter');
  await expect(chosen(first, 'Apakah keluarga setuju didata dan difoto rumahnya?', 'Setuju')).toBeFocused();
  await first.keyboard.press('Space');
  await first.getByRole('button', { name: 'Tutup kunjungan' }).click();
  await expect(first.getByText('Sudah dimulai, belum selesai')).toBeVisible();

  const page = await restart(context, first, visitOf(family), ani.password);
  await expect(chosen(page, 'Apakah keluarga setuju didata dan difoto rumahnya?', 'Setuju')).toBeChecked();
  await expect(asked(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Sebelumnya' }).click();
  await expect(answerOf(page, 'Nama yang menjawab')).toHaveValue('Ketut');
});

test('opens again at the question that one had moved on to without an answer', async ({ page: first, context }) => {
  const family = families[2]!;
  const consent = 'Apakah keluarga setuju didata dan difoto rumahnya?';
  await openField(first, server(), ani, 'one');
  await readyForTheRoad(first);
  await first.goto(visitOf(family));
  await goOnTo(first, 'Hasil kunjungan');
  await chosen(first, 'Hasil kunjungan', 'Ditemukan').check();
  await goOnTo(first, consent);
  await expect.poll(() => placeKept(first, family.id)).toBe(consent);
  await kill(context, first);
  const page = await openAgain(context, visitOf(family), ani.password);
  await expect(asked(page)).toContainText(consent);
  await expect(chosen(page, consent, 'Setuju')).not.toBeChecked();
});

test('shows the first question that is missing when one tries to send, and remembers the whole page', async ({ page }) => {
  const family = families[1]!;
  await openField(page, server(), ani, 'one');
  await readyForTheRoad(page);
  await page.goto(visitOf(family));
  await page.getByRole('button', { name: 'Satu halaman' }).click();
  await fillVisit(page, family.members, family.name);
  await keptInDraft(page, family.id, '.png</signature>');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Satu per satu' })).toBeVisible();
  await answerOf(page, 'Luas lantai (m²)').fill('');
  await page.getByRole('button', { name: 'Satu per satu' }).click();
  await expect(asked(page)).toHaveCount(1);
  await expect(asked(page)).toContainText('Luas lantai (m²)');
  await goOnTo(page, 'Catatan');
  await page.getByRole('button', { name: 'Kirim', exact: true }).click();
  await expect(asked(page)).toContainText('Luas lantai (m²)');
  await answerOf(page, 'Luas lantai (m²)').pressSequentially('24');
  await page.getByRole('button', { name: 'Kirim', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Kiriman' })).toBeVisible();
});

test('an answer given a moment ago is kept, however one leaves: by gesture, for the other way of asking, or locked elsewhere', async ({
  page,
  context,
}) => {
  const family = families[3]!;
  await openField(page, server(), ani);
  await readyForTheRoad(page);
  const elsewhere = await context.newPage();
  await elsewhere.goto(`${server().url}/lapangan/saya`);
  await page.bringToFront();
  await page.goto(`${server().url}/lapangan/keluarga/${family.id}`);
  await page.getByRole('link', { name: 'Mulai kunjungan' }).click();
  await choose(page, 'Hasil kunjungan', 'Pindah sekeluarga');
  await page.goBack();
  await expect(page.getByRole('link', { name: 'Lanjutkan kunjungan' })).toBeVisible();
  await keptInDraft(page, family.id, '<result>moved</result>');

  await page.goForward();
  await choose(page, 'Siapa yang memberi keterangan?', 'Tetangga');
  await page.getByRole('button', { name: 'Satu per satu' }).click();
  await expect(asked(page)).toHaveCount(1);
  await page.reload();
  await page.getByRole('button', { name: 'Satu halaman' }).click();
  await expect(chosen(page, 'Siapa yang memberi keterangan?', 'Tetangga')).toBeChecked();

  await choose(page, 'Pindah ke mana?', 'Desa yang sama');
  await elsewhere.getByRole('button', { name: 'Kunci sekarang' }).click();
  await expect(page.getByRole('heading', { name: 'Terkunci' })).toBeVisible();
  await unlock(page, ani.password);
  await expect(chosen(page, 'Pindah ke mana?', 'Desa yang sama')).toBeChecked();
});
