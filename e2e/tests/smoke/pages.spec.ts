import { openOffice, signUpAdministrator } from '../../support/office.ts';
import { expect, serverForThisFile, test } from '../../support/test.ts';

const server = serverForThisFile('serve');
const citra = { username: 'citra', name: 'Citra Dewi', password: 'padi-menguning-di-sawah' };
const officePages = [
  '/',
  '/data',
  '/putaran',
  '/formulir',
  '/penugasan',
  '/keluarga',
  '/tinjauan',
  '/program',
  '/program/baru',
  '/intervensi',
  '/pembagian',
  '/usulan',
  '/konflik',
  '/buku-besar',
  '/pengguna',
  '/akun',
];

test.beforeAll(async () => {
  await signUpAdministrator(server(), citra);
});

test.describe('Before anything is imported', () => {
  for (const path of officePages) {
    test(`the office page ${path} opens without a complaint`, async ({ page }) => {
      await openOffice(page, server(), citra);
      await page.goto(server().url + path);
      await expect(page.getByRole('main').getByRole('heading', { level: 1 }).first()).toBeVisible();
      await expect(page.getByRole('alert')).toHaveCount(0);
    });
  }

  test('an address that leads nowhere says so', async ({ page }) => {
    await openOffice(page, server(), citra);
    await page.goto(`${server().url}/tidak-ada`);
    await expect(page.getByRole('heading', { name: 'Halaman tidak ditemukan' })).toBeVisible();
  });

  test('the field app opens at its door and tells a coordinator where to go', async ({ page }) => {
    await page.goto(`${server().url}/lapangan/`);
    await page.getByLabel('Nama pengguna').fill(citra.username);
    await page.getByLabel('Kata sandi').fill(citra.password);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('bukan akun petugas');
  });
});
