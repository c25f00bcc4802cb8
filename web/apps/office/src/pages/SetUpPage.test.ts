import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { TestServer, show } from '../testing/office.ts';
import SetUpPage from './SetUpPage.vue';

describe('The first administrator', () => {
  it('is told which field is wrong, at the field and on top', async () => {
    const errors = [{ pointer: '/username', code: 'malformed', detail: 'Dua sampai 60 huruf' }];
    new TestServer().on('POST /api/v1/setup/tautan', { code: 'invalid', title: 'Isian perlu diperbaiki', detail: '', errors }, 422);
    const page = await show(SetUpPage, { token: 'tautan' });
    await page.find('#pengguna').setValue('Admin Satu');
    await page.find('form').trigger('submit');
    await flushPromises();
    expect(page.get('.errors').text()).toBe('Nama pengguna: Dua sampai 60 huruf');
    expect(page.get('#pengguna').attributes()).toMatchObject({
      'aria-invalid': 'true',
      'aria-describedby': 'pengguna-bantuan salah-pengguna',
    });
    expect(page.get('#salah-pengguna').text()).toBe('Dua sampai 60 huruf');
    expect(page.get('#nama').attributes('aria-invalid')).toBeUndefined();
  });
});
