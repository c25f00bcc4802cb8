import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFirstAdministrator, openOffice, setUpLink, signIn } from '../../support/office.ts';
import { expect, serverForThisFile, test } from '../../support/test.ts';

const server = serverForThisFile('serve');
const citra = { username: 'citra', name: 'Citra Dewi', password: 'padi-menguning-di-sawah' };

test.describe.configure({ mode: 'serial' });

test.describe('The first start of a server', () => {
  test('lets a person make the first administrator by the printed link', async ({ page }) => {
    await makeFirstAdministrator(page, setUpLink(server()), citra);
    await page.getByRole('link', { name: 'Ke halaman masuk' }).click();
    await signIn(page, citra);
    await expect(page.getByText('Citra Dewi').first()).toBeVisible();
  });

  test('leaves no program where others of this machine may put another one', async () => {
    expect((await stat(join(server().data, 'postgres-program'))).mode & 0o022).toBe(0);
  });

  test('refuses the printed link a second time', async ({ page, complaints }) => {
    complaints.push(/404.*\/api\/v1\/setup\//);
    await page.goto(setUpLink(server()));
    await page.getByLabel('Nama lengkap').fill('Orang Lain');
    await page.getByLabel('Nama pengguna').fill('lain');
    await page.getByLabel('Kata sandi').fill('kata-sandi-orang-lain');
    await page.getByRole('button', { name: 'Buat administrator' }).click();
    await expect(page.getByRole('alert')).toContainText('tautan', { ignoreCase: true });
    await page.goto(`${server().url}/masuk`);
    await page.getByLabel('Nama pengguna').fill('lain');
    await page.getByLabel('Kata sandi').fill('kata-sandi-orang-lain');
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await expect(page.getByRole('alert')).toBeVisible();
  });

  test('keeps out a wrong password and says so', async ({ page }) => {
    await page.goto(`${server().url}/masuk`);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await expect(page.getByLabel('Nama pengguna')).toBeFocused();
    await expect(page.getByLabel('Nama pengguna')).toHaveAccessibleDescription('Wajib diisi.');
    await page.getByLabel('Nama pengguna').fill(citra.username);
    await expect(page.getByText('Wajib diisi.')).toHaveCount(1);
    await page.getByLabel('Kata sandi').fill('bukan-kata-sandinya');
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page).toHaveURL(/\/masuk$/);
  });

  test('ends a session by signing out, and a page asked for meanwhile leads to the door and back', async ({ page }) => {
    await openOffice(page, server(), citra);
    await page.goto(`${server().url}/akun`);
    await page.getByRole('button', { name: 'Keluar' }).click();
    await expect(page.getByRole('heading', { name: 'Masuk', exact: true })).toBeVisible();
    await page.goto(`${server().url}/pengguna`);
    await expect(page.getByRole('heading', { name: 'Masuk', exact: true })).toBeVisible();
    await signIn(page, citra);
    await expect(page.getByRole('heading', { name: 'Pengguna', exact: true })).toBeVisible();
  });
});
