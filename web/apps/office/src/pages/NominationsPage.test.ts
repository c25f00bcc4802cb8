import type { Nomination } from '@tuntas/contract';
import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { TestServer, show, signedIn } from '../testing/office.ts';
import NominationsPage from './NominationsPage.vue';

const waiting: Nomination = {
  id: 'n-1',
  visitId: 'v-1',
  instanceId: 'uuid:1',
  version: 4,
  name: 'Ni Usul Contoh',
  address: 'Jl. Melati 3',
  hamlet: 'Banjar Dinas Kaja',
  village: '51.08.05.2003',
  villageName: 'Panji',
  officer: { id: 'u-ani', name: 'Ani Wulandari' },
  proposedAt: '2023-02-03T02:05:00Z',
  state: 'waiting',
  caseId: null,
  caseNumber: null,
  reason: null,
};
const likely = {
  caseId: 'c-9',
  number: '000009-4',
  name: 'Ni Usul Conto',
  address: '',
  hamlet: 'Banjar Dinas Kelod',
  villageName: 'Panji',
  signs: ['nik', 'name'],
};
let server: TestServer;
beforeEach(() => {
  server = new TestServer();
  signedIn('visit.review');
  server
    .on('GET /api/v1/nominations', { items: [waiting], next: null })
    .on('GET /api/v1/nominations/n-1/likely-cases', { items: [likely], next: null });
});

async function press(words: string) {
  const page = await show(NominationsPage, {}, '/usulan');
  await page
    .findAll('button')
    .find((one) => one.text() === words)
    ?.trigger('click');
  await flushPromises();
  return page;
}

describe('Nominations', () => {
  it('name the families on the list that they may be, and why', async () => {
    const page = await show(NominationsPage, {}, '/usulan');
    expect(page.find('.likely').text()).toContain('Ni Usul Conto, 000009-4');
    expect(page.find('.likely').text()).toContain('NIK sama, nama mirip');
  });

  it('are accepted in the version that was seen', async () => {
    server.on('POST /api/v1/nominations/n-1/accept', undefined, 204);
    await press('Terima ke putaran');
    expect(server.last('POST /api/v1/nominations/n-1/accept')?.headers.get('If-Match')).toBe('"4"');
  });

  it('are matched to the family that they turn out to be', async () => {
    server.on('POST /api/v1/visits/v-1/case', {});
    await press('Ini keluarganya');
    expect(server.last('POST /api/v1/visits/v-1/case')?.body).toEqual({ caseNumber: '000009-4' });
  });

  it('are declined only with a reason', async () => {
    server.on('POST /api/v1/visits/v-1/decision', {});
    const page = await press('Tolak');
    const button = () => page.findAll('button').find((one) => one.text() === 'Tolak usulan ini');
    expect(button()?.attributes('disabled')).toBeDefined();
    await page.find('textarea').setValue(' Sudah pindah ');
    await page.find('form').trigger('submit');
    await flushPromises();
    expect(server.last('POST /api/v1/visits/v-1/decision')?.body).toEqual({ decision: 'reject', reason: 'Sudah pindah', fields: [] });
  });

  it('that somebody decided meanwhile say so and stay', async () => {
    server.on('POST /api/v1/nominations/n-1/accept', { code: 'already-decided', title: 'Sudah diputuskan', detail: 'Muat ulang.' }, 409);
    const page = await press('Terima ke putaran');
    expect(page.find('[role=alert]').text()).toContain('Sudah diputuskan');
    expect(page.text()).toContain('Ni Usul Contoh');
  });
});
