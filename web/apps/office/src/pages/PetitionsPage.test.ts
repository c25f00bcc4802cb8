import type { Petition } from '@tuntas/contract';
import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { TestServer, show, signedIn } from '../testing/office.ts';
import PetitionsPage from './PetitionsPage.vue';

const petition: Petition = {
  id: 'p-1',
  kind: 'nomination',
  name: 'Gede Contoh',
  place: 'Timur balai banjar',
  reason: '<b>Rumah bambu</b>',
  phone: null,
  photo: false,
  village: '51.08.04.2001',
  villageName: 'Pedawa',
  districtName: 'Banjar',
  receivedAt: '2023-02-03T02:05:00Z',
  dueOn: '2023-03-05',
  daysLeft: 27,
  stage: 'received',
  officer: null,
  caseId: null,
  caseNumber: null,
  declineReason: null,
  note: '',
  answeredAt: null,
};
const likely = { source: 'family', id: 'c-9', number: '000009-4', name: 'Gede Conto', member: 'Luh Conto', place: 'Banjar Kelod' };
let server: TestServer;

beforeEach(() => {
  signedIn('visit.review');
  server = new TestServer().on('GET /api/v1/petitions/p-1/likely', { items: [likely], next: null });
});

async function page(change: Partial<Petition> = {}) {
  server.on('GET /api/v1/petitions', { items: [{ ...petition, ...change }], next: null });
  return show(PetitionsPage, {}, '/usul-warga');
}
type Shown = Awaited<ReturnType<typeof page>>;

it('shows whoever may only read them what was sent, and nothing to do', async () => {
  signedIn('petition.read');
  const shown = await page();
  expect(shown.text()).toContain('Gede Contoh');
  expect(shown.findAll('main button, li button')).toHaveLength(0);
});

async function press(shown: Shown, words: string) {
  await shown
    .findAll('button')
    .find((one) => one.text() === words)
    ?.trigger('click');
  await flushPromises();
}

describe('Petitions of citizens', () => {
  it('say for whom they wait, how long yet, and what was written as it was written', async () => {
    const shown = await page();
    expect(shown.text()).toContain('sisa 27 hari');
    expect(shown.text()).toContain('Menunggu koordinator Banjar');
    expect(shown.find('.said').text()).toBe('<b>Rumah bambu</b>');
    expect(server.last('GET /api/v1/petitions')?.query.get('answered')).toBe('false');
  });

  it('that are all answered are told from those that never came', async () => {
    server.on('GET /api/v1/petitions', { items: [], next: null });
    expect((await show(PetitionsPage)).text()).toContain('Belum pernah ada usul atau sanggah yang masuk.');
    server = new TestServer()
      .on('GET /api/v1/petitions', { items: [], next: null })
      .on('GET /api/v1/petitions', { items: [{ ...petition, answeredAt: '2023-02-04T02:05:00Z' }], next: null });
    expect((await show(PetitionsPage)).text()).toContain('Semua usul dan sanggah sudah dijawab.');
  });

  it('that are late say by how much', async () => {
    const shown = await page({ daysLeft: -3, stage: 'toVisit', officer: 'Ani Contoh' });
    expect(shown.find('.late').text()).toBe('terlambat 3 hari');
    expect(shown.text()).toContain('Menunggu kunjungan Ani Contoh');
  });

  it('lose their sender’s number once somebody says again that it shall go', async () => {
    const shown = await page({ phone: '0812 3456 7890' });
    server.on('DELETE /api/v1/petitions/p-1/phone', undefined, 204);
    await press(shown, 'Hapus nomor HP');
    expect(server.last('DELETE /api/v1/petitions/p-1/phone')).toBeUndefined();
    await press(shown, 'Hapus sekarang');
    expect(server.last('DELETE /api/v1/petitions/p-1/phone')).toBeDefined();
  });

  it('become a case', async () => {
    const shown = await page();
    server.on('POST /api/v1/petitions/p-1/case', undefined, 204);
    await press(shown, 'Jadikan kasus baru');
    expect(server.last('POST /api/v1/petitions/p-1/case')).toBeDefined();
  });

  it('name the member whose name is alike', async () => {
    const shown = await page();
    expect(shown.text()).toContain('keluarga 000009-4, dengan anggota Luh Conto');
  });

  it('are linked to the family that they speak of', async () => {
    const shown = await page({ kind: 'objection' });
    server.on('POST /api/v1/petitions/p-1/link', undefined, 204);
    expect(shown.text()).not.toContain('Jadikan kasus baru');
    await press(shown, 'Ini keluarganya');
    await shown.find('textarea').setValue('Lihat rumahnya');
    await shown.find('form').trigger('submit');
    await flushPromises();
    expect(server.last('POST /api/v1/petitions/p-1/link')?.body).toEqual({ caseNumber: '000009-4', reason: 'Lihat rumahnya' });
  });

  it('are declined with a general reason for the sender and a note for the office', async () => {
    const shown = await page();
    server.on('POST /api/v1/petitions/p-1/decline', { code: 'already-judged', title: 'Sudah ditindaklanjuti', detail: '' }, 409);
    await press(shown, 'Tolak');
    await shown.find('select').setValue('elsewhere');
    await shown.find('textarea').setValue('Desa sebelah');
    await shown.find('form').trigger('submit');
    await flushPromises();
    expect(server.last('POST /api/v1/petitions/p-1/decline')?.body).toEqual({ reason: 'elsewhere', note: 'Desa sebelah' });
    expect(shown.find('[role=alert]').text()).toContain('Sudah ditindaklanjuti');
  });
});
