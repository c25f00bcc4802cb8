import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { assignFamilies } from '../support/families.ts';
import { expectGoodLooks } from '../support/looks.ts';
import { openOffice } from '../support/office.ts';
import { citra } from '../support/people.ts';
import { readyOffice } from '../support/ready-office.ts';
import { expect, serverForThisFile, test } from '../support/test.ts';

/** What leaves the house as a file. */
test.setTimeout(240_000);

const server = serverForThisFile('serve', { data: readyOffice });

test("the coordinator makes the meeting's one page, fetches it, and its fingerprint is the one in the list", async ({ page }) => {
  await assignFamilies(server(), 40);
  await openOffice(page, server(), citra);
  await page.getByRole('link', { name: 'Laporan', exact: true }).click();
  await expect(page.getByText('Belum ada laporan yang Anda buat di putaran ini.')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Rapat koordinasi, satu halaman' })).toBeChecked();
  await page.getByRole('button', { name: 'Buat laporan' }).click();

  const coming = page.waitForEvent('download');
  await page.getByRole('status').getByRole('link', { name: 'Unduh PDF' }).click();
  const download = await coming;
  const paper = await readFile((await download.path())!);
  expect(download.suggestedFilename()).toMatch(/^rapat-koordinasi-UJI-1-\d{4}-\d{2}-\d{2}\.pdf$/);
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
  const row = page.getByRole('row').filter({ hasText: 'Rapat koordinasi, satu halaman' });
  await expect(row).toContainText(createHash('sha256').update(paper).digest('hex'));

  await page.getByRole('radio', { name: 'Daftar nama dan alamat' }).check();
  await expect(page.getByRole('button', { name: 'Buat laporan' })).toBeDisabled();
  await page.getByLabel('Untuk keperluan apa?').fill('Rapat koordinasi');
  await page.getByLabel('Bentuk berkas').selectOption('csv');
  await page.getByRole('button', { name: 'Buat laporan' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Unduh CSV' })).toBeVisible();
  await expectGoodLooks(page);
});
