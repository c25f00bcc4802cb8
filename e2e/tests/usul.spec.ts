import { assignFamilies, type ListedFamily } from '../support/families.ts';
import { expectGoodLooks } from '../support/looks.ts';
import { openOffice } from '../support/office.ts';
import { budi, citra, Desk } from '../support/people.ts';
import { readyOffice } from '../support/ready-office.ts';
import { expect, type Page, serverForThisFile, test } from '../support/test.ts';

/** A citizen without an account, on a telephone of 360 pixels. */
test.use({ viewport: { width: 360, height: 640 } });
test.setTimeout(180_000);

const server = serverForThisFile('serve', { data: readyOffice });
let families: readonly ListedFamily[];

test.beforeAll(async () => {
  families = await assignFamilies(server(), 8);
  await (await Desk.of(server(), citra)).makeUser(budi, { role: 'districtCoordinator', region: families[0]!.village.slice(0, 8) });
});

async function propose(page: Page, name: string): Promise<void> {
  await page.getByLabel('Nama kepala keluarga').fill(name);
  await page.getByLabel('Desa atau kelurahan').selectOption(families[0]!.village);
  await page.getByLabel('Banjar dinas atau patokan rumah').fill('Timur balai banjar, gang kedua');
  await page.getByLabel('Mengapa keluarga ini perlu dikunjungi?').fill('Tinggal berdua dengan ibunya. <b>Rumah bambu</b>');
  await page.getByLabel('Keterangan ini benar sepengetahuan saya.').check();
}

/** A picture that the page's own canvas draws, as a camera would give it. */
async function photo(page: Page): Promise<Buffer> {
  const url = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [2000, 1500];
    canvas.getContext('2d')!.fillRect(0, 0, 1000, 1500);
    return canvas.toDataURL('image/jpeg');
  });
  return Buffer.from(url.split(',')[1]!, 'base64');
}

async function statusOf(page: Page, path: string, code: string): Promise<void> {
  await page.goto(server().url + path);
  await expect(page.getByRole('heading', { level: 1 }), 'what loads above the form moves it').toBeVisible();
  await page.getByLabel('Kode status').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Periksa' }).click();
}

test('a citizen proposes a family, the office makes it a case, and the code tells the citizen so', async ({
  page,
  browser,
  complaints,
}) => {
  complaints.push(/422.*petition-status/);
  const name = 'Gede Contoh Baru';
  await page.goto(`${server().url}/masuk`);
  await page.getByRole('link', { name: 'Usul atau sanggah' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Usul atau sanggah keluarga miskin ekstrem');
  await propose(page, name);
  await page.getByLabel('Nomor HP Anda').fill('0812 3456 7890');
  await page.getByLabel('Tambah foto').setInputFiles({ name: 'rumah.jpg', mimeType: 'image/jpeg', buffer: await photo(page) });
  await expect(page.getByText('Foto terpilih: rumah.jpg')).toBeVisible();
  await page.getByText('Bagaimana data saya dipakai').click();
  await expectGoodLooks(page, [360, 1440]);
  await page.setViewportSize({ width: 360, height: 640 });
  await page.getByRole('button', { name: 'Kirim dan dapatkan kode' }).click();
  await expect(page.getByRole('heading', { name: 'Terkirim. Ini kode status Anda' })).toBeFocused();
  const code = await page.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{3}$/).innerText();
  await expectGoodLooks(page, [360]);
  await statusOf(page, '/usul', code);
  await expect(page.getByRole('listitem').filter({ hasText: 'Menunggu diperiksa koordinator' })).toHaveAttribute('aria-current', 'step');

  const office = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await openOffice(office, server(), budi);
  await expect(office.getByRole('heading', { name: '1 usul dan sanggah belum dijawab' })).toBeVisible();
  await office.getByRole('link', { name: 'Lihat usul' }).click();
  const row = office.getByRole('listitem').filter({ has: office.getByRole('heading', { name }) });
  await expect(row).toContainText('Tinggal berdua dengan ibunya. <b>Rumah bambu</b>');
  await expect(row).toContainText('sisa 30 hari');
  await expect(row.getByRole('img')).toHaveJSProperty('complete', true);
  await row.getByRole('button', { name: 'Tolak' }).click();
  await expectGoodLooks(office);
  await row.getByRole('button', { name: 'Jadikan kasus baru' }).click();
  await expect(row).toContainText('Menunggu penugasan petugas');
  await row.getByRole('link', { name: /^Buka kasus/ }).click();
  await expect(office.getByRole('heading', { level: 1 })).toContainText(name);
  await office.close();

  await statusOf(page, '/terbuka', code);
  await expect(page.getByRole('listitem').filter({ hasText: 'sedang berjalan' })).toHaveAttribute('aria-current', 'step');
  await expect(page.getByRole('main')).not.toContainText(name);
  await statusOf(page, '/usul', `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`);
  await expect(page.getByRole('alert')).toContainText('salah ketik');
});

test('whoever writes by keyboard and forgets a field or writes a NIK is told at the field', async ({ page, complaints }) => {
  complaints.push(/422.*\/open\/petitions/);
  await page.goto(`${server().url}/usul`);
  await propose(page, 'Made Contoh 5108050107800002');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Kirim dan dapatkan kode' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Jangan tulis NIK');
  await expect(page.getByLabel('Nama kepala keluarga')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Banjar dinas atau patokan rumah')).toHaveValue('Timur balai banjar, gang kedua');
});
