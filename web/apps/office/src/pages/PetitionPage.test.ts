import type { PetitionStatus } from '@tuntas/contract';
import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '../session.ts';
import { TestServer, show, signedIn } from '../testing/office.ts';
import PetitionPage from './PetitionPage.vue';

const SEND = 'POST /api/v1/open/petitions';
const ASK = 'POST /api/v1/open/petition-status';
const CODE = '7K4M-92QX-H3D';
const status: PetitionStatus = {
  kind: 'nomination',
  villageName: 'Pedawa',
  receivedOn: '2023-02-13',
  dueOn: '2023-03-15',
  late: false,
  stage: 'visiting',
  answeredOn: null,
  declineReason: null,
};
let server: TestServer;

beforeEach(() => {
  signedIn();
  session.user = null;
  localStorage.clear();
  server = new TestServer().on('GET /api/v1/open/places', {
    items: [
      { code: '51.08.04', name: 'Banjar', parent: '51.08' },
      { code: '51.08.04.2001', name: 'Pedawa', parent: '51.08.04' },
    ],
    next: null,
  });
});

async function filled() {
  const page = await show(PetitionPage, {}, '/usul');
  await page.find('#u-nama').setValue('Gede Contoh');
  await page.find('#u-desa').setValue('51.08.04.2001');
  await page.find('#u-tempat').setValue('Timur balai banjar');
  await page.find('#u-alasan').setValue('Rumah bambu');
  await page.find('main input[type=checkbox]').setValue(true);
  return page;
}

async function sent() {
  const page = await filled();
  await page.find('main form').trigger('submit');
  await flushPromises();
  return page;
}

async function asked() {
  const page = await show(PetitionPage, {}, '/usul');
  await page.find('#u-kode').setValue(CODE);
  await page.find('aside form').trigger('submit');
  await flushPromises();
  return page;
}

describe('Proposing a family', () => {
  it('says how long the telephone number is kept', async () => {
    const page = await show(PetitionPage, {}, '/usul');
    expect(page.find('details').text()).toContain('Nomor HP dihapus dengan sendirinya bila 30 hari sudah lewat');
  });

  it('asks for the village among those of each district', async () => {
    const page = await show(PetitionPage, {}, '/usul');
    expect(page.find('optgroup').attributes('label')).toBe('Banjar');
    expect(page.find('optgroup option').text()).toBe('Pedawa');
  });

  it('gives the code and puts the reader there', async () => {
    server.on(SEND, { code: CODE }, 201);
    const page = await sent();
    expect(page.find('.code').text()).toBe(CODE);
    expect(document.activeElement?.textContent).toBe('Terkirim. Ini kode status Anda');
    const asked = server.last(SEND);
    expect(Object.fromEntries(asked?.body as FormData)).toMatchObject({ kind: 'nomination', headName: 'Gede Contoh', truthful: 'true' });
    expect(asked?.headers.get('X-Tuntas-Sender')).toBe(localStorage.getItem('tuntas-sender'));
  });

  it('keeps everything that was written when it is refused, and is the same petition when it is sent again', async () => {
    server.on(SEND, { code: 'device-sent-much', title: 'Sudah banyak kiriman', detail: 'Coba lagi nanti.', errors: [] }, 429);
    server.on(SEND, { code: CODE }, 201);
    const page = await sent();
    expect(page.find('[role=alert]').text()).toContain('Coba lagi nanti.');
    expect((page.find('#u-nama').element as HTMLInputElement).value).toBe('Gede Contoh');
    await page.find('main form').trigger('submit');
    await flushPromises();
    const ids = server.asked.filter(({ path }) => path.endsWith('/petitions')).map(({ body }) => (body as FormData).get('sentId'));
    expect(ids[0]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(ids[1]).toBe(ids[0]);
  });

  it('says beside the field what is wrong with it', async () => {
    const errors = [{ pointer: '/reason', code: 'holds-person-number', detail: 'Jangan tulis NIK' }];
    server.on(SEND, { code: 'invalid', title: 'Perlu diperbaiki', detail: '', errors }, 422);
    const page = await sent();
    expect(page.find('#u-alasan').attributes('aria-invalid')).toBe('true');
    expect(page.find('#u-alasan + .err').text()).toBe('Jangan tulis NIK');
    expect(page.find('#u-alasan').attributes('aria-describedby')).toBe('u-alasan-bantuan salah-u-alasan');
  });
});

describe('Following it by its code', () => {
  it('tells what is under way and until when', async () => {
    server.on(ASK, status);
    const page = await asked();
    expect(server.last(ASK)?.body).toEqual({ code: CODE });
    expect(page.find('[aria-current=step]').text()).toContain('Keluarga dikunjungi petugas');
    expect(page.find('.trail').text()).toContain('paling lambat 15 Maret 2023');
  });

  it('owns that an answer is late', async () => {
    server.on(ASK, { ...status, late: true });
    expect((await asked()).text()).toContain('Seharusnya dijawab 15 Maret 2023, dan belum');
  });

  it('tells the decision without the result of the family', async () => {
    server.on(ASK, { ...status, stage: 'decided', answeredOn: '2023-03-01' });
    expect((await asked()).find('.trail').text()).toContain('Dijawab 1 Maret 2023. Keluarga itu sudah dikunjungi');
  });

  it('tells in general words why it was declined', async () => {
    server.on(ASK, { ...status, stage: 'declined', answeredOn: '2023-03-01', declineReason: 'unclear' });
    const trail = (await asked()).find('.trail').text();
    expect(trail).toContain('Tidak ditindaklanjuti');
    expect(trail).toContain('Keterangannya tidak cukup');
  });
});
