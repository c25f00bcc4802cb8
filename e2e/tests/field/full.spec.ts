import { assignFamilies, type ListedFamily } from '../../support/families.ts';
import { openField } from '../../support/office.ts';
import { ani } from '../../support/people.ts';
import { phone, readyForTheRoad, restart } from '../../support/phone.ts';
import { readyOffice } from '../../support/ready-office.ts';
import { expect, serverForThisFile, test } from '../../support/test.ts';
import { answerOf, choose, chosen, write } from '../../support/visit.ts';

/** A phone whose browser refuses to write, as Chromium does on a full disk; its own storage override does not stop IndexedDB. */
test.use(phone);
test.setTimeout(120_000);

const CONSENT = 'Apakah keluarga setuju didata dan difoto rumahnya?';
const server = serverForThisFile('serve', { data: readyOffice });
let families: readonly ListedFamily[];

test.beforeAll(async () => {
  families = await assignFamilies(server(), 2);
});

test('on a phone that is full, or cannot write, the officer is told at once, loses nothing, and saves again when there is room', async ({
  page,
  context,
}) => {
  const family = families[0]!;
  const visit = `${server().url}/lapangan/keluarga/${family.id}/kunjungan`;
  await page.addInitScript(refuseWhenFull);
  await openField(page, server(), ani);
  await readyForTheRoad(page);
  await page.goto(visit);
  await choose(page, 'Hasil kunjungan', 'Ditemukan');
  await expect(page.getByText('Tersimpan otomatis di HP ini')).toBeVisible();

  await page.evaluate(() => (document.documentElement.dataset['full'] = 'yes'));
  await write(page, 'Nama yang menjawab', family.name);
  await expect(page.getByRole('alert').filter({ hasText: 'HP ini penuh' })).toBeVisible();
  await page.getByRole('button', { name: 'Simpan lagi' }).evaluate((again: HTMLElement) => {
    document.documentElement.dataset['full'] = 'no';
    again.click();
  });
  await expect(page.getByText('Tersimpan otomatis di HP ini')).toBeVisible();

  await page.evaluate(() => (document.documentElement.dataset['full'] = 'yes'));
  await chosen(page, CONSENT, 'Setuju').focus();
  await expect(page.getByRole('alert').filter({ hasText: 'HP ini penuh' })).toBeVisible();
  await page.getByRole('button', { name: 'Simpan lagi' }).evaluate((again: HTMLElement) => {
    document.documentElement.dataset['full'] = 'no';
    (document.activeElement as HTMLElement).click();
    again.click();
  });
  await expect(page.getByText('Tersimpan otomatis di HP ini')).toBeVisible();

  await page.evaluate(() => (document.documentElement.dataset['full'] = 'broken'));
  await chosen(page, CONSENT, 'Tidak setuju').check();
  await expect(page.getByRole('alert').filter({ hasText: 'belum tersimpan di HP ini' })).toBeVisible();
  await page.evaluate(() => (document.documentElement.dataset['full'] = 'no'));
  await chosen(page, CONSENT, 'Setuju').check();
  await expect(page.getByText('Tersimpan otomatis di HP ini')).toBeVisible();
  const again = await restart(context, page, visit, ani.password);
  await expect(answerOf(again, 'Nama yang menjawab')).toHaveValue(family.name);
  await expect(chosen(again, CONSENT, 'Setuju'), 'answered after the phone was found full').toBeChecked();

  await again.evaluate(refuseWhenFull);
  await again.evaluate(() => (document.documentElement.dataset['full'] = 'broken'));
  await chosen(again, CONSENT, 'Tidak setuju').check();
  await expect(again.getByRole('alert').filter({ hasText: 'belum tersimpan di HP ini' })).toBeVisible();
  await again.evaluate(() => (document.documentElement.dataset['full'] = 'no'));
  await answerOf(again, 'Nama yang menjawab').focus();
  await expect(again.getByText('Tersimpan otomatis di HP ini')).toBeVisible();
  const third = await restart(context, again, visit, ani.password);
  await expect(chosen(third, CONSENT, 'Tidak setuju'), 'kept when the officer looked on').toBeChecked();
});

test('on a phone that cannot write the list opens as it was kept, without an error', async ({ page }) => {
  await openField(page, server(), ani);
  await readyForTheRoad(page);
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('the phone cannot write', 'UnknownError');
    };
  });
  await page.goto(`${server().url}/lapangan/`, { waitUntil: 'networkidle' });
  await expect(page.getByText(families[0]!.name).first()).toBeVisible();
});

function refuseWhenFull(): void {
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...given) {
    const { full } = document.documentElement.dataset;
    if (full === 'yes') throw new DOMException('the phone is full', 'QuotaExceededError');
    if (full === 'broken') throw new DOMException('the phone cannot write', 'UnknownError');
    return put.apply(this, given);
  };
}
