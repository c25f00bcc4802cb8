import { assignFamilies, type ListedFamily } from '../../support/families.ts';
import { expectGoodLooks } from '../../support/looks.ts';
import { openField, type Person } from '../../support/office.ts';
import { ani, citra, Desk } from '../../support/people.ts';
import { NO_SIGNAL, phone, readyForTheRoad } from '../../support/phone.ts';
import { readyOffice } from '../../support/ready-office.ts';
import { expect, serverForThisFile, test } from '../../support/test.ts';
import { chosen, choose, fillVisit, write } from '../../support/visit.ts';

/** What the officer's list, his families and his own page do for him, mostly without signal. */
test.use(phone);
test.setTimeout(120_000);

const server = serverForThisFile('serve', { data: readyOffice });
let families: readonly ListedFamily[];

test.beforeAll(async () => {
  families = await assignFamilies(server(), 6);
});

test('a NIK that is opened without signal is hidden again, and stands in the ledger once there is signal', async ({
  page,
  context,
  complaints,
}) => {
  complaints.push(NO_SIGNAL);
  const family = families[0]!;
  await openField(page, server(), ani);
  await readyForTheRoad(page);
  await context.setOffline(true);
  await page.goto(`${server().url}/lapangan/keluarga/${family.id}`);
  const row = page.getByRole('listitem').filter({ hasText: family.members[0]!.name });
  await row.getByRole('button', { name: /^Lihat NIK/ }).click();
  await expect(row).toContainText(/\d{4} \d{4} \d{4} \d{4}/);
  await row.getByRole('button', { name: /^Samarkan/ }).click();
  await expect(row).toContainText(/\d{4}•{8}\d{4}/);

  await context.setOffline(false);
  const auditor = await Desk.of(server(), citra);
  const entries = async () =>
    (await auditor.get<{ items: { verb: string; actor: string }[] }>(`/api/v1/ledger?subject=${family.id}`)).items
      .filter((entry) => entry.verb === 'case.nik-unmasked')
      .map((entry) => entry.actor);
  await expect.poll(entries).toEqual([ani.name]);
});

test('the list goes by the way from where the officer stands, by distance, village or name, and the map says the same', async ({
  page,
}) => {
  await openField(page, server(), ani);
  await expect(page.getByRole('heading', { name: 'Urut rute' })).toBeVisible();
  await expect(page.getByRole('region', { name: /.+/ }).filter({ hasText: 'Berikutnya' })).toContainText(
    /km ke (utara|timur|selatan|barat|tenggara)/,
  );
  await expect(page.getByLabel('Desa'), 'the list comes first').toBeHidden();
  await page.getByRole('button', { name: 'Urutan dan desa' }).click();
  await page.getByRole('button', { name: 'Nama', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Urut nama' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Urut nama' })).toBeVisible();
  await page.getByRole('button', { name: 'Urutan dan desa' }).click();
  await page.getByRole('button', { name: 'Rute', exact: true }).click();
  await page.getByRole('searchbox').fill(oneLetterWrong(families[2]!.name));
  await expect(
    page
      .getByRole('link')
      .filter({ hasText: families[2]!.name })
      .or(page.getByRole('heading', { name: families[2]!.name })),
  ).toBeVisible();

  await page.getByRole('link', { name: 'Peta', exact: true }).click();
  await expect(page.getByRole('img', { name: /^Peta \d+ keluarga/ })).toBeVisible();
  await page.getByRole('button', { name: 'Saya', exact: true }).click();
  await page.locator('.mark circle').first().click();
  await expect(page.getByRole('heading', { name: 'Di titik ini' })).toBeVisible();
  await page.getByRole('region', { name: 'Di titik ini' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('the arrow leads back to where the list was left, and a visit that was left does not come up again', async ({ page }) => {
  await openField(page, server(), ani);
  const last = page.getByRole('main').getByRole('listitem').getByRole('link').last();
  await last.scrollIntoViewIfNeeded();
  const left = await page.evaluate(() => scrollY);
  expect(left).toBeGreaterThan(0);
  await last.click();
  await page.getByRole('link', { name: /kunjungan/i }).click();
  await page.getByRole('button', { name: 'Tutup kunjungan' }).click();
  await expect(page.getByRole('heading', { name: 'Kunjungan tanpa bertemu' })).toBeVisible();
  await page.getByRole('link', { name: 'Kembali ke daftar' }).click();
  await expect(last).toBeVisible();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(left);
});

test('large text and the contrast for the sun stay chosen, and no screen breaks or greys out under them', async ({ page }) => {
  await openField(page, server(), ani);
  await page.getByRole('link', { name: 'Saya', exact: true }).click();
  await page.getByRole('button', { name: 'Besar', exact: true }).click();
  await page.getByRole('button', { name: 'Terik matahari' }).click();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-text', 'large');
  for (const screen of ['', 'peta', 'kirim', 'saya', 'latihan', 'usulan', 'usulan/baru', `keluarga/${families[0]!.id}`]) {
    await page.goto(`${server().url}/lapangan/${screen}`);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
    await expectGoodLooks(page, [360], 'enhanced');
  }
});

/** The longest word of a name with its third letter mistyped. */
function oneLetterWrong(name: string): string {
  const longest = name.split(' ').reduce((long, word) => (word.length > long.length ? word : long));
  return `${longest.slice(0, 2)}q${longest.slice(3)}`;
}

test('the practice family is filled without signal with the same form, is never sent, and can be practised again', async ({
  page,
  context,
  complaints,
}) => {
  complaints.push(NO_SIGNAL);
  await openField(page, server(), ani);
  await readyForTheRoad(page);
  await context.setOffline(true);
  await page.getByRole('link', { name: 'Buka latihan' }).click();
  await page.getByRole('button', { name: 'Mulai latihan' }).click();
  await expect(page.getByText('LATIHAN: tidak dikirim')).toBeVisible();
  await choose(page, 'Hasil kunjungan', 'Ditemukan');
  await write(page, 'Nama yang menjawab', 'Ni Latihan Contoh');
  await expect(page.getByText('Tersimpan otomatis di HP ini')).toBeVisible();
  await page.getByRole('button', { name: 'Tutup kunjungan' }).click();
  await page.getByRole('link', { name: 'Lanjutkan latihan' }).click();
  await fillVisit(page, [{ name: 'Ni Latihan Contoh', age: 52, sex: 'female' }], 'Ni Latihan Contoh');
  await expect(page.getByText('LATIHAN: tidak dikirim')).toBeInViewport();
  await page.getByRole('button', { name: 'Kirim', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Latihan selesai' })).toBeVisible();
  await expect(page.locator('body')).toHaveCSS('font-family', /^"Plus Jakarta/);
  await page.getByRole('button', { name: 'Latihan sekali lagi' }).click();
  await expect(chosen(page, 'Hasil kunjungan', 'Ditemukan')).not.toBeChecked();
  await choose(page, 'Hasil kunjungan', 'Ditemukan');
  await write(page, 'Nama yang menjawab', 'Ni Latihan Contoh');
  await expect(page.getByText('Tersimpan otomatis di HP ini')).toBeVisible();

  const written: string[] = [];
  context.on('request', (request) => {
    if (request.method() !== 'GET') written.push(`${request.method()} ${request.url()}`);
  });
  const before = await entriesOf(ani);
  await context.setOffline(false);
  const heard = page.waitForResponse((response) => response.url().includes('/api/v1/me/nominations'));
  await page.goto(`${server().url}/lapangan/kirim`);
  await heard;
  await expect(page.getByText('Semua kunjungan sudah diterima kantor.')).toBeVisible();
  await expect(page.getByText('Latihan')).toHaveCount(0);
  await page.getByRole('link', { name: 'Keluarga', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Urut / })).toBeVisible();
  await expect(page.getByText('0', { exact: true })).toBeVisible();
  expect(written).toEqual([]);
  expect(await entriesOf(ani)).toEqual(before);
  const { items } = await (await Desk.of(server(), ani)).get<{ items: unknown[] }>('/api/v1/visits');
  expect(items).toEqual([]);
});

/** What the ledger says that a person did. */
async function entriesOf(person: Person): Promise<string[]> {
  const { items } = await (
    await Desk.of(server(), citra)
  ).get<{ items: { verb: string; actor: string | null }[] }>('/api/v1/ledger?limit=500');
  return items.filter((entry) => entry.actor === person.name).map((entry) => entry.verb);
}
