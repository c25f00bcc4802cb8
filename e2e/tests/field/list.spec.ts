import { giveFamiliesTo, type ListedFamily } from '../../support/families.ts';
import { expectGoodLooks } from '../../support/looks.ts';
import { openField } from '../../support/office.ts';
import { ani, citra, Desk } from '../../support/people.ts';
import { NO_SIGNAL, phone, readyForTheRoad } from '../../support/phone.ts';
import { expect, serverForThisFile, test } from '../../support/test.ts';

/** What the officer's list, his families and his own page do for him, mostly without signal. */
test.use(phone);
test.setTimeout(120_000);

const server = serverForThisFile('serve');
let families: readonly ListedFamily[];

test.beforeAll(async () => {
  families = await giveFamiliesTo(server(), 6);
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
  await page.getByRole('button', { name: 'Nama', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Urut nama' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Urut nama' })).toBeVisible();
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

test('large text and the contrast for the sun stay chosen, and no screen breaks or greys out under them', async ({ page }) => {
  await openField(page, server(), ani);
  await page.getByRole('link', { name: 'Saya', exact: true }).click();
  await page.getByRole('button', { name: 'Besar', exact: true }).click();
  await page.getByRole('button', { name: 'Terik matahari' }).click();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-text', 'large');
  for (const screen of ['', 'peta', 'kirim', 'saya', `keluarga/${families[0]!.id}`]) {
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
