import type { Intervention } from '@tuntas/contract';
import { type VueWrapper, flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { TestServer, show, signedIn } from '../testing/office.ts';
import { asked } from '../testing/programmes.ts';
import InterventionsPage from './InterventionsPage.vue';

const LIST = 'GET /api/v1/interventions';
const STEP = 'POST /api/v1/interventions/i-1/steps';
let server: TestServer;

beforeEach(() => {
  server = new TestServer();
  signedIn('intervention.work', 'programme.read');
});

const listed = (...items: readonly Intervention[]) => ({
  items,
  next: null,
  requests: items.length,
  late: items.filter((one) => one.late).length,
  counts: {},
});
const page = () => show(InterventionsPage, {}, '/intervensi');

async function press(wrapper: VueWrapper, label: string) {
  await wrapper.find(`button[aria-label="${label}"]`).trigger('click');
  await flushPromises();
}

describe('What is asked of an agency', () => {
  it('tells what is overdue, and nothing of a family but who and where', async () => {
    server.on(LIST, { items: [asked], next: 'i-1', requests: 349, late: 120, counts: { proposed: 1200 } });
    const wrapper = await page();
    expect(wrapper.text()).toContain('349 permintaan; 120 lewat batas');
    expect(wrapper.findAll('.seg button').map((one) => one.text())).toEqual(['Semua', 'Menunggu 1.200']);
    expect(wrapper.find('.ask .due .back').text()).toBe('lewat 4 hari');
    expect(wrapper.find('.ask').classes()).toEqual(['ask']);
    expect(wrapper.find('.ask').text()).toContain('000123-4 · Jalan Contoh 1, Pedawa, Banjar Dinas Contoh');
    expect(wrapper.find('.ask a').exists()).toBe(false);
  });

  it('says for how many people it is asked where the programme counts them', async () => {
    server.on(LIST, listed({ ...asked, programme: 'PBI-JKN', unit: 'person', units: 3 }, asked));
    const wrapper = await page();
    expect(wrapper.findAll('.ask b').map((one) => one.element.parentElement?.textContent)).toEqual(['PBI-JKN, 3 orang', 'Perbaikan rumah']);
  });

  it('offers one answer before the others', async () => {
    server.on(LIST, listed({ ...asked, state: 'planned', plannedOn: '2023-03-20' }));
    const acts = (await page()).find('.acts');
    expect(acts.findAll('.btn').map((one) => one.text())).toEqual(['Serahkan']);
    expect(acts.findAll('.link').map((one) => one.text())).toEqual(['Ubah rencana', 'Gagal', 'Hentikan']);
  });

  it('of a struck family names the decree and is only ended', async () => {
    const struck = { decree: '460/102/HK/2023', on: '2023-02-18' };
    server.on(LIST, listed({ ...asked, state: 'planned', plannedOn: '2023-03-20', struck }));
    const wrapper = await page();
    expect(wrapper.find('.ask').text()).toContain('Dicoret dengan SK 460/102/HK/2023 tanggal 18 Februari 2023');
    expect(wrapper.findAll('.acts button').map((one) => one.text())).toEqual(['Gagal', 'Hentikan']);
  });

  it('says of a proof how many others it shows', async () => {
    const proof = { kind: 'photo', sha256: 'a', image: true, alsoFor: 1 } as const;
    server.on(LIST, listed({ ...asked, state: 'delivered', proofs: [proof, { ...proof, sha256: 'b', alsoFor: 0 }] }));
    const shown = (await page()).findAll('.ask p').map((one) => one.text());
    expect(shown).toContain('Foto, juga dipakai untuk 1 bantuan lain');
    expect(shown).toContain('Foto');
  });

  it('is accepted in the version that was seen', async () => {
    server
      .on(LIST, listed(asked))
      .on(LIST, listed({ ...asked, state: 'accepted', version: 6 }))
      .on(STEP, undefined, 204);
    const wrapper = await page();
    await press(wrapper, 'Sanggupi: Perbaikan rumah untuk Ni Luh Contoh');
    expect(server.last(STEP)?.headers.get('If-Match')).toBe('"5"');
    expect(server.last(STEP)?.body).toEqual({ state: 'accepted', plannedOn: null, amount: null, reason: '' });
    expect(wrapper.find('.meta[role=status]').text()).toBe('Ni Luh Contoh: Disanggupi OPD.');
    expect(wrapper.find('.ask').text()).toContain('Disanggupi OPD');
  });

  it('is refused only with a reason', async () => {
    server.on(LIST, listed(asked)).on(STEP, undefined, 204);
    const wrapper = await page();
    await press(wrapper, 'Tolak: Perbaikan rumah untuk Ni Luh Contoh');
    expect(wrapper.find('.ask form button[type=submit]').attributes('disabled')).toBeDefined();
    await wrapper.find('textarea').setValue(' Tanah sengketa ');
    await wrapper.find('.ask form').trigger('submit');
    await flushPromises();
    expect(server.last(STEP)?.body).toEqual({ state: 'refused', plannedOn: null, amount: null, reason: 'Tanah sengketa' });
  });

  it('is planned with a day and an amount', async () => {
    server.on(LIST, listed({ ...asked, state: 'accepted' })).on(STEP, undefined, 204);
    const wrapper = await page();
    await press(wrapper, 'Rencanakan: Perbaikan rumah untuk Ni Luh Contoh');
    expect(wrapper.find('#i-hari-i-1').attributes('min')).toBe('2023-02-06');
    await wrapper.find('#i-hari-i-1').setValue('2023-03-20');
    await wrapper.find('#i-nilai-i-1').setValue('20000000');
    await wrapper.find('.ask form').trigger('submit');
    await flushPromises();
    expect(server.last(STEP)?.body).toEqual({ state: 'planned', plannedOn: '2023-03-20', amount: 20_000_000, reason: '' });
  });

  it('says that a plan for the next year draws on that year’s quota', async () => {
    server.on(LIST, listed({ ...asked, state: 'planned', promisedOn: '2023-03-20', plannedOn: '2023-03-20' }));
    const wrapper = await page();
    await press(wrapper, 'Ubah rencana: Perbaikan rumah untuk Ni Luh Contoh');
    expect(wrapper.text()).not.toContain('kuota');
    await wrapper.find('#i-hari-i-1').setValue('2024-01-08');
    expect(wrapper.text()).toContain('Rencana ini memakai kuota 2024, bukan lagi kuota 2023.');
  });

  it('says whose quota it draws on when that is not this year’s', async () => {
    server.on(LIST, listed({ ...asked, state: 'planned', plannedOn: '2024-01-08', quotaYear: 2024 }));
    expect((await page()).text()).toContain('Memakai kuota 2024');
  });

  it('is planned anew with a reason, and shows what was promised first', async () => {
    server
      .on(LIST, listed({ ...asked, state: 'planned', promisedOn: '2023-02-05', plannedOn: '2023-03-20', reason: 'Menunggu kayu' }))
      .on(STEP, undefined, 204);
    const wrapper = await page();
    expect(wrapper.find('.ask').text()).toContain('semula dijanjikan 5 Februari 2023');
    await press(wrapper, 'Ubah rencana: Perbaikan rumah untuk Ni Luh Contoh');
    expect(wrapper.find('.ask form button[type=submit]').attributes('disabled')).toBeDefined();
    await wrapper.find('textarea').setValue('Tukang sakit');
    await wrapper.find('.ask form').trigger('submit');
    await flushPromises();
    expect(server.last(STEP)?.body).toMatchObject({ state: 'planned', plannedOn: '2023-03-20', reason: 'Tukang sakit' });
  });

  it('is delivered with a day and a proof, after a second look', async () => {
    const DELIVER = 'POST /api/v1/interventions/i-1/deliveries';
    server.on(LIST, listed({ ...asked, state: 'planned', plannedOn: '2023-02-05', amount: 20_000_000 })).on(DELIVER, undefined, 204);
    const wrapper = await page();
    await press(wrapper, 'Serahkan: Perbaikan rumah untuk Ni Luh Contoh');
    expect(wrapper.find('.ask form button[type=submit]').attributes('disabled')).toBeDefined();
    const chooser = wrapper.find<HTMLInputElement>('#d-photo-i-1');
    const photo = new File(['x'], 'rumah.jpg', { type: 'image/jpeg' });
    Object.defineProperty(chooser.element, 'files', { value: [photo] });
    await chooser.trigger('change');
    await wrapper.find('.ask form').trigger('submit');
    expect(server.last(DELIVER)).toBeUndefined();
    expect(wrapper.find('dialog').text()).toContain('Perbaikan rumah, 6 Februari 2023, Rp\u00a020.000.000, 1 berkas bukti.');
    await wrapper.find('dialog .btn.go').trigger('click');
    await flushPromises();
    const form = server.last(DELIVER)?.body as FormData;
    expect([form.get('deliveredOn'), form.get('amount')]).toEqual(['2023-02-06', '20000000']);
    expect((form.get('photo') as File).name).toBe('rumah.jpg');
    expect(server.last(DELIVER)?.headers.get('If-Match')).toBe('"5"');
    expect(wrapper.find('.meta[role=status]').text()).toBe('Ni Luh Contoh: Diserahkan, belum dipastikan.');
  });

  it('that was delivered shows its proofs and asks for nothing more', async () => {
    const proofs: Intervention['proofs'] = [{ kind: 'receipt', sha256: 'ab12', image: false, alsoFor: 0 }];
    server.on(LIST, listed({ ...asked, state: 'delivered', deliveredOn: '2023-02-04', due: null, late: false, proofs }));
    const wrapper = await page();
    expect(wrapper.find('a[target=_blank]').attributes()).toMatchObject({
      href: '/api/v1/interventions/i-1/proofs/ab12',
      'aria-label': 'Tanda terima untuk Ni Luh Contoh',
    });
    expect(wrapper.findAll('.acts button')).toEqual([]);
  });

  it('that failed says why', async () => {
    server.on(LIST, listed({ ...asked, state: 'planned', plannedOn: '2023-02-05' })).on(STEP, undefined, 204);
    const wrapper = await page();
    await press(wrapper, 'Gagal: Perbaikan rumah untuk Ni Luh Contoh');
    await wrapper.find('textarea').setValue('Jalan longsor');
    await wrapper.find('.ask form').trigger('submit');
    await flushPromises();
    expect(server.last(STEP)?.body).toEqual({ state: 'failed', plannedOn: null, amount: null, reason: 'Jalan longsor' });
  });

  it('that somebody answered meanwhile says so', async () => {
    server.on(LIST, listed(asked)).on(STEP, { code: 'stale', title: 'Sudah berubah', detail: 'Muat ulang.' }, 412);
    const wrapper = await page();
    await press(wrapper, 'Sanggupi: Perbaikan rumah untuk Ni Luh Contoh');
    expect(wrapper.find('[role=alert]').text()).toContain('Sudah berubah');
  });

  it('is told apart by its state', async () => {
    server.on(LIST, { ...listed(), counts: { planned: 3 } }).on(LIST, listed());
    const wrapper = await page();
    await wrapper
      .findAll('.seg button')
      .find((one) => one.text().startsWith('Direncanakan'))
      ?.trigger('click');
    await flushPromises();
    expect(server.last(LIST)?.query.get('state')).toBe('planned');
    expect(wrapper.find('.seg [aria-pressed=true]').text()).toBe('Direncanakan 0');
    expect(wrapper.text()).toContain('Belum ada permintaan di sini');
  });
});
