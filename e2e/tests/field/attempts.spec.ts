import { assignFamilies, type ListedFamily } from '../../support/families.ts';
import { expectGoodLooks } from '../../support/looks.ts';
import { openField } from '../../support/office.ts';
import { ani, citra, Desk } from '../../support/people.ts';
import { phone, readyForTheRoad } from '../../support/phone.ts';
import { readyOffice } from '../../support/ready-office.ts';
import { reviewedVisit } from '../../support/reviewed.ts';
import { expect, serverForThisFile, test } from '../../support/test.ts';
import { answerOf, choose, fillVisit, photograph, questionInFocus, send } from '../../support/visit.ts';

/** Nobody at home, then found: one visit, with every go at the address in it. */
test.describe.configure({ mode: 'serial' });
test.use(phone);
test.setTimeout(180_000);

const server = serverForThisFile('serve', { data: readyOffice });
let families: readonly ListedFamily[];

test.beforeAll(async () => {
  families = await assignFamilies(server(), 6);
});

test('a go that met nobody is noted with time and place, and goes to the reviewer with the visit', async ({ page }) => {
  const family = families[0]!;
  await openField(page, server(), ani);
  await page.goto(`${server().url}/lapangan/keluarga/${family.id}`);
  const attempts = page.getByRole('region', { name: 'Kunjungan tanpa bertemu' });
  await attempts.getByRole('button', { name: 'Tidak ada orang di rumah' }).click();
  await expect(attempts.getByRole('status')).toContainText('Tercatat di HP ini');
  await expect(attempts.getByRole('listitem')).toContainText('lokasi ±8 m');
  await expectGoodLooks(page, [360]);
  await page.setViewportSize(phone.viewport);

  await page.reload();
  await expect(attempts.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('link', { name: /kunjungan/i }).click();
  await expect(answerOf(page, 'Ini kunjungan ke berapa ke alamat ini?')).toHaveValue('2');
  await expect(page.getByRole('radiogroup', { name: 'Waktu kunjungan ke-2' }).getByRole('radio', { checked: true })).toHaveCount(1);
  await fillVisit(page, family.members, family.name);
  await send(page);
  await expect(page.getByText('Semua kunjungan sudah diterima kantor.')).toBeVisible();

  const desk = await Desk.of(server(), citra);
  const { items } = await desk.get<{ items: { id: string }[] }>('/api/v1/visits');
  const visit = await desk.get<{ attempts: unknown[]; findings: unknown[] }>(`/api/v1/visits/${items[0]!.id}`);
  expect(visit.attempts).toEqual([expect.objectContaining({ result: 'nobodyHome', lat: -8.112, lng: 115.088, accuracy: 8 })]);
  expect(visit.findings).toEqual([]);
});

test('a go is kept at once, however long the phone looks for its place, and none is said to be kept that is not', async ({ page }) => {
  await openField(page, server(), ani);
  await page.addInitScript(() => {
    navigator.geolocation.getCurrentPosition = () => undefined;
  });
  await page.goto(`${server().url}/lapangan/keluarga/${families[3]!.id}`);
  const attempts = page.getByRole('region', { name: 'Kunjungan tanpa bertemu' });
  const nobodyHome = attempts.getByRole('button', { name: 'Tidak ada orang di rumah' });
  await nobodyHome.click();
  await expect(attempts.getByRole('listitem')).toContainText('tanpa lokasi');
  await page.reload();
  await expect(attempts.getByRole('listitem')).toHaveCount(1);
  await nobodyHome.click();
  await expect(attempts.getByRole('listitem')).toHaveCount(2);
  await page.getByRole('link', { name: /kunjungan/i }).click();
  await expect(answerOf(page, 'Ini kunjungan ke berapa ke alamat ini?')).toHaveValue('3');
  await page.getByRole('button', { name: 'Tutup kunjungan' }).click();

  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await nobodyHome.click();
  await expect(attempts.getByRole('status')).toContainText('belum tercatat');
  await expect(attempts.getByRole('listitem')).toHaveCount(2);
});

test('“not found” is warned about before the round’s number of goes', async ({ page }) => {
  await openField(page, server(), ani);
  await readyForTheRoad(page);
  await page.goto(`${server().url}/lapangan/keluarga/${families[1]!.id}/kunjungan`);
  await choose(page, 'Hasil kunjungan', 'Tidak ditemukan');
  await expect(page.getByText('“Tidak ditemukan” baru boleh dipilih setelah beberapa kali kunjungan')).toBeVisible();
});

test('a visit that came by Collect without its photos is corrected on the phone, from what the coordinator marked', async ({
  page,
  complaints,
}) => {
  complaints.push(/status of 404 .*\/attachments\//);
  const family = families[2]!;
  const [officer, reviewer] = [await Desk.of(server(), ani), await Desk.of(server(), citra)];
  const fields = ['/data/photos/house_front'];
  await reviewedVisit(server(), officer, reviewer, family.number, {}, undefined, { decision: 'return', reason: 'Foto belum ada', fields });
  await openField(page, server(), ani);
  await page.goto(`${server().url}/lapangan/keluarga/${family.id}`);
  await page.getByRole('link', { name: 'Perbaiki kunjungan' }).click();
  await expect.poll(() => questionInFocus(page)).toBe('Foto rumah dari depan');
  await photograph(page, 'Foto rumah dari depan');
});
