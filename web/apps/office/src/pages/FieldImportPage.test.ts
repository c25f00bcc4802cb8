import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { TestServer, show, signedIn } from '../testing/office.ts';
import FieldImportPage from './FieldImportPage.vue';

const report = {
  officerId: 'u-ani',
  officerName: 'Ani Contoh',
  deviceId: 'tuntas:1',
  deviceName: 'Android 10',
  deviceRevoked: false,
  items: [
    { kind: 'visit', instanceId: 'uuid:1', outcome: 'accepted', visitId: 'v-1', missing: [], message: null },
    { kind: 'visit', instanceId: 'uuid:2', outcome: 'alreadyHave', visitId: 'v-2', missing: ['foto.jpg'], message: null },
    { kind: 'word', instanceId: 'uuid:3', outcome: 'rejected', visitId: null, missing: [], message: 'Isian bukan XML.' },
  ],
};
let server: TestServer;
beforeEach(() => {
  server = new TestServer();
  signedIn('export.import');
});

async function handIn(...names: string[]) {
  const page = await show(FieldImportPage, {}, '/impor-luring');
  const input = page.find<HTMLInputElement>('input[type=file]');
  const files = names.map((name) => new File(['x'], name));
  Object.defineProperty(input.element, 'files', { value: files, configurable: true });
  Object.defineProperty(input.element, 'value', { value: '', writable: true, configurable: true });
  await page.find('form').trigger('submit');
  await flushPromises();
  return page;
}

describe('The import of what phones could not send', () => {
  it('shows whose it is and what came of each visit', async () => {
    server.on('POST /api/v1/field-exports', report);
    const page = await handIn('a.tuntas');
    expect(server.last('POST /api/v1/field-exports')?.body).toBeInstanceOf(FormData);
    expect(page.text()).toContain('Ani Contoh');
    const rows = page.findAll('tbody tr').map((row) => row.text());
    expect(rows[0]).toContain('Diterima');
    expect(page.findAll('tbody a').map((link) => link.attributes('href'))).toEqual(['/tinjauan/v-1', '/tinjauan/v-2']);
    expect(rows[1]).toContain('Sudah ada');
    expect(rows[1]).toContain('1 berkas');
    expect(rows[2]).toContain('Isian bukan XML.');
    expect(rows[2]).toContain('Kabar tentang bantuan');
  });

  it('goes on with the next file when one cannot be opened', async () => {
    server
      .on('POST /api/v1/field-exports', { code: 'export-unreadable', title: 'Berkas tidak dapat dibuka', detail: 'Buat lagi.' }, 422)
      .on('POST /api/v1/field-exports', report);
    const page = await handIn('rusak.tuntas', 'utuh.tuntas');
    expect(page.find('[role=alert]').text()).toContain('Berkas tidak dapat dibuka');
    expect(page.findAll('tbody tr')).toHaveLength(3);
    expect(page.find('progress').exists()).toBe(false);
  });

  it('warns of a phone that was revoked', async () => {
    server.on('POST /api/v1/field-exports', { ...report, deviceRevoked: true });
    expect((await handIn('a.tuntas')).text()).toContain('sudah dicabut');
  });
});
