import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { TestServer, show, signedIn } from '../testing/office.ts';
import UsersPage from './UsersPage.vue';

const ani = {
  id: 'u-ani',
  username: 'ani',
  name: 'Ani Contoh',
  phone: null,
  roles: [{ role: 'officer', region: '51.08.04' }],
  disabled: false,
  lastSeen: null,
  version: 3,
};
const wira = { ...ani, id: 'u-wira', username: 'wira', name: 'Wira Contoh', roles: [{ role: 'regentOffice', region: '51.08' }] };
const budi = { ...ani, id: 'u-budi', username: 'budi', name: 'Budi Contoh' };
let server: TestServer;
beforeEach(() => {
  server = new TestServer();
  signedIn('user.manage');
  server
    .on('GET /api/v1/users', { items: [ani, wira, budi], next: null })
    .on('GET /api/v1/regions', { items: [{ code: '51.08.04', name: 'Banjar', level: 'district' }], next: null });
});

describe('Users', () => {
  it('are made with a role and a region', async () => {
    server.on('POST /api/v1/users', ani, 201);
    const page = await show(UsersPage, {}, '/pengguna');
    await page.find('button.go').trigger('click');
    await page.find('#u-nama').setValue('Ani Contoh');
    await page.find('#u-pengguna').setValue('ani');
    await page.find('#u-sandi').setValue('kata sandi panjang');
    await page
      .findAll('button')
      .find((one) => one.text() === 'Tambah peran')
      ?.trigger('click');
    await page.find('form').trigger('submit');
    await flushPromises();
    expect(server.last('POST /api/v1/users')?.body).toEqual({
      username: 'ani',
      name: 'Ani Contoh',
      phone: null,
      password: 'kata sandi panjang',
      roles: [{ role: 'officer', region: '51.08.04' }],
    });
  });

  it('are told which field is wrong, at the field and on top', async () => {
    const errors = [{ pointer: '/username', code: 'malformed', detail: 'Dua sampai 60 huruf' }];
    server.on('POST /api/v1/users', { code: 'invalid', title: 'Isian perlu diperbaiki', detail: '', errors }, 422);
    const page = await show(UsersPage, {}, '/pengguna');
    await page.find('button.go').trigger('click');
    await page.find('#u-pengguna').setValue('Ani Satu');
    await page.find('form').trigger('submit');
    await flushPromises();
    expect(page.get('.errors').text()).toBe('Nama pengguna: Dua sampai 60 huruf');
    expect(page.get('#u-pengguna').attributes()).toMatchObject({ 'aria-invalid': 'true', 'aria-describedby': 'salah-u-pengguna' });
  });

  it('are changed only in the version that was seen', async () => {
    server.on('PUT /api/v1/users/u-ani', { code: 'stale', title: 'Sudah diubah orang lain', detail: 'Muat ulang.' }, 412);
    const page = await show(UsersPage, {}, '/pengguna');
    await page.find('button[aria-label="Ubah Ani Contoh"]').trigger('click');
    await page.find('#u-nama').setValue('Ani Contoh Baru');
    await page.find('form').trigger('submit');
    await flushPromises();
    expect(server.last('PUT /api/v1/users/u-ani')?.headers.get('If-Match')).toBe('"3"');
    expect(page.find('[role=alert]').text()).toContain('Sudah diubah orang lain');
    expect(page.find<HTMLInputElement>('#u-nama').element.value).toBe('Ani Contoh Baru');
  });

  it('are disabled by name', async () => {
    server.on('POST /api/v1/users/u-ani/disable', null, 204);
    const page = await show(UsersPage, {}, '/pengguna');
    await page.find('button[aria-label="Nonaktifkan Ani Contoh"]').trigger('click');
    await flushPromises();
    expect(server.last('POST /api/v1/users/u-ani/disable')).toBeDefined();
  });

  it('who hold what only an administrator gives are left to administrators', async () => {
    const page = await show(UsersPage, {}, '/pengguna');
    expect(page.findAll('tbody tr')[1]?.text()).toContain('Hanya oleh administrator');
    expect(page.find('button[aria-label="Ubah Wira Contoh"]').exists()).toBe(false);
    await page.find('button[aria-label="Ubah Ani Contoh"]').trigger('click');
    expect(page.text()).toContain('Administrator dan Kantor Bupati hanya diberikan oleh administrator.');
    expect(page.find('option[value=regentOffice]').attributes('disabled')).toBeDefined();
    expect(page.find('option[value=agency]').attributes('disabled')).toBeUndefined();
  });

  it('do not change their own roles', async () => {
    const page = await show(UsersPage, {}, '/pengguna');
    await page.find('button[aria-label="Ubah Budi Contoh"]').trigger('click');
    expect(page.find('fieldset').attributes('disabled')).toBeDefined();
    expect(page.text()).toContain('Peran Anda sendiri diubah oleh orang lain');
  });
});
