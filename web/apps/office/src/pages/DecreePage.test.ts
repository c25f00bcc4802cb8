import type { DecreeShow, DraftFamily } from '@tuntas/contract';
import { type VueWrapper, flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { aDecree, aDraft, aDraftFamily, aListed, aLocked } from '../decree/testing.ts';
import { TestServer, show, signedIn, takenFor } from '../testing/office.ts';
import DecreePage from './DecreePage.vue';

const DECREE = 'GET /api/v1/rounds/BLL-2023-1/decree';
const DRAFT = 'GET /api/v1/rounds/BLL-2023-1/decree/draft';
let server: TestServer;

beforeEach(() => {
  server = new TestServer();
});

async function page(decree: DecreeShow = aDecree(), families: readonly DraftFamily[] = [aDraftFamily()]) {
  server.on(DECREE, decree).on(DRAFT, { items: families, next: null });
  return show(DecreePage, {}, '/sk');
}

describe('The draft decree', () => {
  it('begins with whom it names, in families and persons, and how many villages are done', async () => {
    signedIn('progress.read', 'case.read');
    const wrapper = await page();
    expect(wrapper.find('.finding').text()).toBe(
      'Konsep SK: 3 keluarga, 11 jiwa, dari 1 desa yang sudah menutup musyawarah. Desa di putaran ini: 2.',
    );
  });

  it('leads from what holds it back to the page that settles it, if one may open that', async () => {
    signedIn('progress.read', 'case.read');
    const wrapper = await page();
    const holdups = wrapper.findAll('section[aria-labelledby=h-tahan] li');
    expect(holdups.map((one) => one.text())).toEqual([
      '4 keluargadesanya belum menutup musyawarahKe musyawarah',
      '2 kunjunganbertentangan dan belum diputuskan',
      '1 usul atau sanggahdari warga, belum ditanggapi',
    ]);
    expect(holdups[0]?.find('a').attributes('href')).toBe('/musyawarah');
  });

  it('says when nothing holds it back', async () => {
    signedIn('progress.read');
    const wrapper = await page(aDecree({ draft: aDraft({ holdups: [] }) }));
    expect(wrapper.text()).toContain('Tidak ada yang menahan.');
  });

  it('goes from the roster to the list line by line', async () => {
    signedIn('progress.read');
    const wrapper = await page();
    const lines = wrapper.findAll('section[aria-labelledby=h-banding] tbody tr').map((row) =>
      row
        .findAll('th, td')
        .map((cell) => cell.text())
        .join(' '),
    );
    expect(lines).toEqual([
      'Data P3KE 8 31 30',
      'Fakir miskin −2 −9 −9',
      'Belum selesai −4 −14 −14',
      'Tambahan di luar data P3KE +1 0 +4',
      'Masuk SK 3 8 11',
    ]);
  });

  it('shows names to those who may read families, and asks anew for another line', async () => {
    signedIn('progress.read', 'case.read');
    const wrapper = await page();
    expect(wrapper.find('section[aria-labelledby=h-nama] tbody tr').text()).toContain('Ni Luh Contoh');
    await wrapper.find('#sk-putusan').setValue('moved');
    await flushPromises();
    expect(server.last(DRAFT)?.query.get('verdict')).toBe('moved');
  });

  it('shows a leader the counts and no name', async () => {
    signedIn('progress.read');
    const wrapper = await page();
    expect(wrapper.text()).not.toContain('Ni Luh Contoh');
    expect(server.last(DRAFT)).toBeUndefined();
  });

  it('says so when the round has no families', async () => {
    signedIn('progress.read');
    const wrapper = await page(aDecree({ draft: aDraft({ villages: 0, districts: [] }) }));
    expect(wrapper.text()).toContain('Belum ada keluarga di putaran ini');
  });
});

const LISTED = 'GET /api/v1/rounds/BLL-2023-1/decree/families';
const LOCK = 'POST /api/v1/rounds/BLL-2023-1/decree';
const AMEND = 'POST /api/v1/rounds/BLL-2023-1/decree/amendments';
const AMEND_DRAFT = 'POST /api/v1/rounds/BLL-2023-1/decree/amendments/draft.pdf';
const SCAN = new File(['%PDF'], 'sk.pdf', { type: 'application/pdf' });

function sent(question: string): FormData {
  const body = server.last(question)?.body;
  if (!(body instanceof FormData)) throw new Error(`${question} sent no form`);
  return body;
}

async function fillPaper(wrapper: VueWrapper, number: string): Promise<void> {
  await wrapper.find('#sk-nomor').setValue(number);
  await wrapper.find('#sk-tanggal').setValue('2023-02-06');
  const chooser = wrapper.find('#sk-pindaian');
  Object.defineProperty(chooser.element, 'files', { value: [SCAN] });
  await chooser.trigger('change');
}

async function confirm(wrapper: VueWrapper): Promise<void> {
  await wrapper.find('dialog .btn.go').trigger('click');
  await flushPromises();
}

describe('Locking the decree', () => {
  it("is for the regent's office alone", async () => {
    signedIn('progress.read', 'case.read');
    const wrapper = await page();
    expect(wrapper.find('#h-kunci').exists()).toBe(false);
  });

  it('takes a whole paper, a reason while something holds it back, and a second look', async () => {
    signedIn('progress.read', 'decree.lock');
    const wrapper = await page(aDecree({ mayLock: true }));
    server.on(LOCK, aDecree({ decrees: [aLocked()] }));
    const button = () => wrapper.find('section[aria-labelledby=h-kunci] button[type=submit]');
    await fillPaper(wrapper, ' 460/101/HK/2023 ');
    expect(button().attributes('disabled')).toBeDefined();
    await wrapper.find('#sk-meski').setValue('Desa lain menyusul');
    expect(button().attributes('disabled')).toBeUndefined();
    await wrapper.find('section[aria-labelledby=h-kunci] form').trigger('submit');
    expect(server.last(LOCK)).toBeUndefined();
    expect(wrapper.find('dialog').text()).toContain('3 keluarga, 11 jiwa dikunci');
    expect(wrapper.find('dialog').text()).toContain('Ini tidak dapat dibatalkan');
    await confirm(wrapper);
    const form = sent(LOCK);
    expect([form.get('number'), form.get('decidedOn'), form.get('draft'), form.get('despite')]).toEqual([
      '460/101/HK/2023',
      '2023-02-06',
      'abc',
      'Desa lain menyusul',
    ]);
    expect(form.get('scan')).toBeInstanceOf(File);
    expect(wrapper.find('.finding').text()).toBe('Daftar yang berlaku: 3 keluarga, 11 jiwa.');
    expect(wrapper.find('[role=status]').text()).toBe('SK nomor 460/101/HK/2023 ditetapkan.');
  });

  it('says why it was refused and keeps what was filled in', async () => {
    signedIn('progress.read', 'decree.lock');
    const wrapper = await page(aDecree({ mayLock: true, draft: aDraft({ holdups: [] }) }));
    server.on(LOCK, { code: 'stale', title: 'Sudah diubah orang lain', detail: 'Muat ulang.' }, 412);
    await fillPaper(wrapper, '460/101');
    await wrapper.find('section[aria-labelledby=h-kunci] form').trigger('submit');
    await confirm(wrapper);
    expect(wrapper.find('dialog [role=alert]').text()).toContain('Sudah diubah orang lain');
    expect((wrapper.find('#sk-nomor').element as HTMLInputElement).value).toBe('460/101');
  });
});

describe('The locked decree', () => {
  const lockedShow = () => aDecree({ decrees: [aLocked()], mayLock: true, addable: 1 });

  it('shows the list of any day', async () => {
    signedIn('progress.read', 'case.read');
    server.on(LISTED, { items: [aListed({ verdict: 'moved' })], next: null });
    const wrapper = await page(aDecree({ decrees: [aLocked()] }));
    expect(server.last(LISTED)?.query.get('on')).toBe('2023-02-06');
    expect(wrapper.text()).toContain('SK nomor 460/101/HK/2023, 5 Februari 2023');
    expect(wrapper.find('section[aria-labelledby=h-nama] tbody').text()).toContain('Kini: Pindah');
    expect(wrapper.findAll('section[aria-labelledby=h-nama] tbody button')).toHaveLength(0);
    await wrapper.find('#sk-hari').setValue('2023-02-01');
    await flushPromises();
    expect(server.last(LISTED)?.query.get('on')).toBe('2023-02-01');
  });

  it('is amended by adding and striking, each with its reason', async () => {
    signedIn('progress.read', 'case.read', 'decree.lock');
    server.on(LISTED, { items: [aListed()], next: null });
    const wrapper = await page(lockedShow());
    server.on(AMEND, aDecree({ decrees: [aLocked(), aLocked({ ordinal: 2, number: '460/102', listed: 1, struck: 1 })], mayLock: true }));
    expect(server.last(DRAFT)?.query.get('addable')).toBe('true');
    await wrapper.find('section[aria-labelledby=h-ubah] li button').trigger('click');
    await wrapper.find('section[aria-labelledby=h-nama] tbody button').trigger('click');
    const submit = () => wrapper.find('section[aria-labelledby=h-ubah] button[type=submit]');
    const draftButton = () => wrapper.find('section[aria-labelledby=h-ubah] [role=status] button');
    await fillPaper(wrapper, '460/102');
    expect(submit().attributes('disabled')).toBeDefined();
    await wrapper.find('#sk-alasan-f-1').setValue('Menyusul');
    expect(draftButton().attributes('disabled')).toBeDefined();
    await wrapper.find('#sk-alasan-f-9').setValue(' Pindah ');
    expect(submit().attributes('disabled'), 'nothing was printed yet').toBeDefined();
    server.on(AMEND_DRAFT, '%PDF', 200, { ETag: '"tanda"' });
    await draftButton().trigger('click');
    await flushPromises();
    expect(server.last(AMEND_DRAFT)?.body).toEqual({
      after: 1,
      added: [{ familyId: 'f-1', reason: 'Menyusul' }],
      struck: [{ familyId: 'f-9', reason: 'Pindah' }],
    });
    expect(wrapper.find('section[aria-labelledby=h-ubah] a[download]').attributes('href')).toMatch(/^blob:/);
    await wrapper.find('#sk-alasan-f-1').setValue('Menyusul sekali');
    expect(draftButton().exists(), 'another reason needs another paper').toBe(true);
    await wrapper.find('#sk-alasan-f-1').setValue('Menyusul');
    await draftButton().trigger('click');
    await flushPromises();
    expect(submit().attributes('disabled')).toBeUndefined();
    await wrapper.find('section[aria-labelledby=h-ubah] form').trigger('submit');
    const against = 'I Made Contoh (000999-1) dicoret padahal kunjungan yang disetujui dan musyawarah Pedawa menyatakannya miskin ekstrem.';
    expect(wrapper.find('dialog').text()).toContain(against);
    await confirm(wrapper);
    const form = sent(AMEND);
    expect(form.get('after')).toBe('1');
    expect(form.get('draft')).toBe('tanda');
    expect(JSON.parse(await (form.get('changes') as File).text())).toEqual({
      added: [{ familyId: 'f-1', reason: 'Menyusul' }],
      struck: [{ familyId: 'f-9', reason: 'Pindah' }],
    });
    expect(wrapper.text()).toContain('Perubahan ke-1: nomor 460/102');
    expect(wrapper.find('section[aria-labelledby=h-ubah] form').exists()).toBe(false);
  });

  it('offers to strike whom a later meeting no longer holds extremely poor', async () => {
    signedIn('progress.read', 'case.read', 'decree.lock');
    server.on(LISTED, { items: [aListed({ verdict: 'overruled' })], next: null });
    const wrapper = await page(aDecree({ decrees: [aLocked()], mayLock: true, unfit: 1 }));
    const amend = wrapper.find('section[aria-labelledby=h-ubah]');
    expect(server.asked.some((one) => one.query.get('unfit') === 'true')).toBe(true);
    expect(wrapper.text()).toContain('tidak lagi miskin ekstrem menurut musyawarah atau kunjungan sesudahnya: 1 keluarga');
    expect(amend.find('li').text()).toContain('Kini: Dinyatakan tidak miskin ekstrem oleh musyawarah');
    await amend.find('li button').trigger('click');
    expect(amend.find('form label').text()).toContain('Coret I Made Contoh');
    expect(amend.find('form').text()).not.toContain('dicoret padahal');
    expect(amend.find('li button').attributes('disabled')).toBeDefined();
  });

  it('lets a chosen family go again', async () => {
    signedIn('progress.read', 'case.read', 'decree.lock');
    server.on(LISTED, { items: [aListed()], next: null });
    const wrapper = await page(lockedShow());
    await wrapper.find('section[aria-labelledby=h-nama] tbody button').trigger('click');
    expect(wrapper.find('section[aria-labelledby=h-nama] tbody button').attributes('disabled')).toBeDefined();
    await wrapper.find('[aria-label="Batal mengubah I Made Contoh"]').trigger('click');
    expect(wrapper.find('section[aria-labelledby=h-nama] tbody button').attributes('disabled')).toBeUndefined();
  });

  it('is handed out as paper, as a workbook for a purpose, and as a proof about one number', async () => {
    signedIn('progress.read', 'case.read', 'nik.unmask');
    server.on(LISTED, { items: [aListed()], next: null });
    const wrapper = await page(aDecree({ decrees: [aLocked()] }));
    const links = () => wrapper.findAll('a[href^="/api/"]').map((one) => one.attributes('href'));
    expect(links()).toEqual([]);
    await wrapper.find('#sk-unduh-hari').setValue('2023-02-05');
    await wrapper.find('#sk-bukti').setValue(' 000123-3 ');
    expect(links()).toEqual(['/api/v1/rounds/BLL-2023-1/decree/proof?number=000123-3&on=2023-02-05']);
    await takenFor(wrapper.find('section[aria-labelledby=h-unduh]'), 'ministry');
    expect(links()).toContain('/api/v1/rounds/BLL-2023-1/decree/annex.xlsx?purpose=ministry&on=2023-02-05');
    await wrapper.find('dialog a').trigger('click');
    expect(wrapper.find('dialog').exists()).toBe(false);
    await wrapper.find('section[aria-labelledby=h-sk] button').trigger('click');
    expect(links(), 'the page remembers what for').toContain('/api/v1/rounds/BLL-2023-1/decree/1/annex.pdf?purpose=ministry');
    await wrapper.find('dialog select').setValue('audit');
    expect(links()).toContain('/api/v1/rounds/BLL-2023-1/decree/1/annex.pdf?purpose=audit');
    await wrapper.find('dialog a').trigger('click');
    const scan = wrapper.findAll('section[aria-labelledby=h-sk] button').find((one) => one.text().startsWith('Lihat SK'));
    expect(scan && (await takenFor(scan, 'correction'))).toBe('/api/v1/rounds/BLL-2023-1/decree/1/scan?purpose=correction');
  });

  it('is printed for the regent to sign by who reads all of it, with the mark of its draft', async () => {
    signedIn('progress.read', 'case.read');
    const wrapper = await page(aDecree({ tag: 'abcdef0123456789', prepares: true }));
    const section = wrapper.find('section[aria-labelledby=h-konsep]');
    expect(section.find('a').attributes('href')).toBe('/api/v1/rounds/BLL-2023-1/decree/draft.pdf');
    expect(section.text()).toContain('Tanda konsep: abcdef012345');
  });

  it('says for what it is wanted by who takes the draft to no signature', async () => {
    signedIn('progress.read', 'case.read');
    const wrapper = await page(aDecree());
    const button = wrapper.find('section[aria-labelledby=h-konsep] button');
    expect(await takenFor(button, 'audit')).toBe('/api/v1/rounds/BLL-2023-1/decree/draft.pdf?purpose=audit');
  });

  it('is printed by nobody who reads a part of it', async () => {
    signedIn('progress.read', 'case.read');
    const wrapper = await page(aDecree({ readsAll: false }));
    expect(wrapper.find('section[aria-labelledby=h-konsep]').exists()).toBe(false);
  });

  it('hands out nothing of the whole list to who reads a part of it', async () => {
    signedIn('progress.read', 'case.read', 'nik.unmask');
    server.on(LISTED, { items: [aListed()], next: null });
    const wrapper = await page(aDecree({ decrees: [aLocked()], readsAll: false }));
    expect(wrapper.findAll('a[href^="/api/"]')).toHaveLength(0);
  });
});
