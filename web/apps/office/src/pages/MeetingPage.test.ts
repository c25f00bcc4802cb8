import 'fake-indexeddb/auto';
import type { Meeting } from '@tuntas/contract';
import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changeMeeting } from '../deliberation/meeting-store.ts';
import { aMeeting, anItem } from '../deliberation/testing.ts';
import { TestServer, press, show, signedIn, takenFor } from '../testing/office.ts';
import MeetingPage from './MeetingPage.vue';

const MADE = '00000000-0000-4000-8000-000000000001';
const PATH = '/api/v1/meetings/m-1';
const second = anItem({ subjectId: 'f-2', name: 'I Made Contoh', finding: 'notPoor', number: '000124-4' });
let server: TestServer;

beforeEach(async () => {
  vi.spyOn(crypto, 'randomUUID').mockReturnValue(MADE);
  await changeMeeting('u-budi', 'm-1', () => null);
  server = new TestServer();
  signedIn('case.read', 'deliberation.record');
});

async function open(meeting: Meeting = aMeeting({ agenda: [anItem(), second] })) {
  server.on(`GET ${PATH}`, meeting);
  const page = await show(MeetingPage, { id: 'm-1' }, '/musyawarah/m-1');
  await vi.waitFor(() => expect(page.find('h1').exists()).toBe(true));
  return page;
}

interface Sent {
  readonly decisions: readonly Record<string, unknown>[];
}
const sent = () => server.last(`POST ${PATH}/decisions`)?.body as Sent | undefined;
const button = (page: Awaited<ReturnType<typeof open>>, words: string) =>
  page.findAll('button').find((one) => one.text().startsWith(words));

describe('A meeting', () => {
  it('speaks of the extremely poor first, and shows nobody’s number', async () => {
    const page = await open(aMeeting({ agenda: [second, anItem()] }));
    expect(page.findAll('tbody .grp').map((one) => one.text())).toEqual([
      'Hasil miskin ekstrem: dibahas satu per satu',
      'Hasil mampu atau tidak ditemui: perlu saksi dusun',
    ]);
    expect(page.find('h1').text()).toBe('Musyawarah Desa Pedawa');
    expect(page.text()).not.toMatch(/\d{16}|•/);
  });

  it('takes an agreement with one key and goes on to the next family', async () => {
    const page = await open();
    server.on(`POST ${PATH}/decisions`, {
      taken: [{ id: MADE, stands: true, code: null }],
      meeting: aMeeting({ agenda: [anItem(), second] }),
    });
    press('ArrowDown');
    press('s');
    await vi.waitFor(() => expect(sent()?.decisions).toMatchObject([{ subjectId: 'f-1', outcome: 'agreed', replaces: null }]));
    expect(page.findAll('tr.here')).toHaveLength(1);
    expect(page.find('tr.here').text()).toContain('I Made Contoh');
  });

  it('takes an objection only with its reason, and with what the meeting holds instead', async () => {
    const page = await open();
    press('ArrowDown');
    press('k');
    await flushPromises();
    const edit = page.find('.why form');
    expect(edit.find('button[type=submit]').attributes('disabled')).toBeDefined();
    await edit.findAll('input')[0]?.setValue('Motor milik kakaknya');
    await edit.find('select').setValue('poor');
    await edit.trigger('submit');
    await vi.waitFor(() =>
      expect(sent()?.decisions).toMatchObject([{ outcome: 'disputed', reason: 'Motor milik kakaknya', held: 'poor' }]),
    );
  });

  it('agrees on the poor that nobody decided on as one group, each by a decision of its own, without a network too', async () => {
    let made = 0;
    vi.spyOn(crypto, 'randomUUID').mockImplementation(() => `00000000-0000-4000-8000-00000000010${made++}`);
    const disputed = {
      id: 'd-1',
      outcome: 'disputed',
      reason: 'x',
      dissent: '',
      held: null,
      by: 'Budi',
      at: '2023-02-20T02:00:00Z',
      outdated: false,
    } as const;
    const poor = [1, 2, 3, 4, 5, 6].map((n) => anItem({ subjectId: `p-${n}`, name: `Fakir ${n}`, finding: 'poor' }));
    const argued = anItem({ subjectId: 'p-7', name: 'Fakir 7', finding: 'poor', decision: disputed });
    const seenAgain = anItem({ subjectId: 'p-8', name: 'Fakir 8', finding: 'poor', decision: { ...disputed, outdated: true } });
    const page = await open(aMeeting({ agenda: [...poor, argued, seenAgain, second] }));
    expect(page.findAll('tbody .grp th').at(-1)?.text()).toContain('Hasil fakir miskin');
    await button(page, 'Sepakati semua yang belum diputuskan (6)')?.trigger('click');
    expect(server.last(`POST ${PATH}/decisions`)).toBeUndefined();
    expect(page.find('dialog').text()).toContain('Sepakati 6 keluarga fakir miskin?');
    await button(page, 'Ya, sepakati 6 keluarga')?.trigger('click');
    await vi.waitFor(() => expect(page.text()).toContain('Tanpa jaringan: 6 perubahan tersimpan di laptop ini'));
    expect(sent()?.decisions.map((one) => [one['subjectId'], one['outcome']])).toEqual(poor.map((one) => [one.subjectId, 'agreed']));
    expect(new Set(sent()?.decisions.map((one) => one['id'])).size).toBe(6);
    expect(page.find('h2').text()).toBe('7 dari 9 sudah diputuskan');
    expect(button(page, 'Sepakati semua')).toBeUndefined();
  });

  it('on graduations is told whether the village agrees, and neither another finding nor newcomers', async () => {
    const proposed = anItem({ subjectId: 'g-1', kind: 'graduation', finding: 'notPoor', measured: { perPerson: 612_000, line: 322_170 } });
    const page = await open(aMeeting({ purpose: 'graduation', agenda: [proposed] }));
    expect(page.find('h1').text()).toBe('Musyawarah Graduasi Desa Pedawa');
    expect(page.find('tbody .grp').text()).toBe('Usulan graduasi: dibahas satu per satu');
    expect(page.find('tbody').text()).toMatch(/Rp\s612\.000 per orang, garis Rp\s322\.170/);
    expect(page.findAll('tbody .seg button').map((one) => one.text())).toEqual(['Sepakat lulus', 'Tidak sepakat', 'Kunjungan ulang']);
    expect(page.text()).not.toContain('Keluarga baru yang disebut musyawarah');
    press('ArrowDown');
    press('k');
    await flushPromises();
    expect(page.find('.why select').exists()).toBe(false);
    expect(page.find('.why form').text()).toContain('keluarga dapat diusulkan lagi');
    await page.find('.why input').setValue('Usahanya berhenti');
    await page.find('.why form').trigger('submit');
    await vi.waitFor(() => expect(sent()?.decisions).toMatchObject([{ subjectId: 'g-1', outcome: 'disputed', held: null }]));
  });

  it('folds the poor once all of them are agreed on', async () => {
    const agreed = {
      id: 'd-1',
      outcome: 'agreed',
      reason: '',
      dissent: '',
      held: null,
      by: 'Budi',
      at: '2023-02-20T02:00:00Z',
      outdated: false,
    } as const;
    const poor = [1, 2, 3, 4, 5, 6].map((n) => anItem({ subjectId: `p-${n}`, name: `Fakir ${n}`, finding: 'poor', decision: agreed }));
    const page = await open(aMeeting({ agenda: [...poor, second] }));
    expect(page.find('table').text()).toContain('6 keluarga fakir miskin sudah disepakati.');
    expect(page.find('table').text()).not.toContain('Fakir 1');
    await button(page, 'Buka daftarnya')?.trigger('click');
    expect(page.find('table').text()).toContain('Fakir 1');
  });

  it('without a network keeps what was decided and says so', async () => {
    const page = await open();
    await button(page, 'Sepakat')?.trigger('click');
    await vi.waitFor(() => expect(page.text()).toContain('Tanpa jaringan: 1 perubahan tersimpan di laptop ini'));
    expect(page.find('h2').text()).toBe('1 dari 2 sudah diputuskan');
    page.unmount();

    server = new TestServer();
    const again = await show(MeetingPage, { id: 'm-1' }, '/musyawarah/m-1');
    await vi.waitFor(() => expect(again.text()).toContain('1 dari 2 sudah diputuskan'));
  });

  it('tells which decision does not stand, and what stands', async () => {
    const page = await open();
    const theirs = {
      id: 'd-9',
      outcome: 'disputed',
      reason: 'x',
      dissent: '',
      held: null,
      by: 'Citra',
      at: '2023-02-20T02:00:00Z',
      outdated: false,
    } as const;
    server.on(`POST ${PATH}/decisions`, {
      taken: [{ id: MADE, stands: false, code: 'overtaken' }],
      meeting: aMeeting({ agenda: [anItem({ decision: theirs }), second] }),
    });
    await button(page, 'Sepakat')?.trigger('click');
    await vi.waitFor(() => expect(page.find('[role=alert]').text()).toContain('1 putusan Anda tidak berlaku'));
    expect(page.find('[role=alert]').text()).toContain('Yang berlaku: “Keberatan”, dicatat Citra');
    await button(page, 'Saya mengerti')?.trigger('click');
    await vi.waitFor(() => expect(page.find('[role=alert]').exists()).toBe(false));
  });

  it('closes only when all is decided and sent, and after one more question', async () => {
    const agreed = {
      id: 'd-1',
      outcome: 'agreed',
      reason: '',
      dissent: '',
      held: null,
      by: 'Budi',
      at: '2023-02-20T02:00:00Z',
      outdated: false,
    } as const;
    const page = await open(aMeeting({ agenda: [anItem({ decision: agreed }), second] }));
    expect(button(page, 'Tutup musyawarah')?.attributes('disabled')).toBeDefined();
    expect(page.text()).toContain('Terbuka setelah 1 yang tersisa diputuskan');
    page.unmount();

    const whole = aMeeting({ version: 3, agenda: [anItem({ decision: agreed })] });
    server = new TestServer();
    server.on(`POST ${PATH}/close`, { ...whole, state: 'closed', mayRecord: false, closedBy: 'Budi', closedAt: '2023-02-20T05:00:00Z' });
    const ready = await open(whole);
    await vi.waitFor(() => expect(button(ready, 'Tutup musyawarah')?.attributes('disabled')).toBeUndefined());
    await button(ready, 'Tutup musyawarah')?.trigger('click');
    expect(ready.find('dialog').text()).toContain('1 putusan menjadi tetap');
    await button(ready, 'Ya, tutup')?.trigger('click');
    await vi.waitFor(() => expect(ready.text()).toContain('Ditutup Budi'));
    expect(server.last(`POST ${PATH}/close`)?.headers.get('If-Match')).toBe('"3"');
  });

  it('asks again about a family that was visited again since it was decided on', async () => {
    const former = {
      id: 'd-0',
      outcome: 'agreed',
      reason: '',
      dissent: '',
      held: null,
      by: 'Budi Contoh',
      at: '2023-02-20T02:00:00Z',
      outdated: true,
    } as const;
    const page = await open(aMeeting({ agenda: [anItem({ decision: former })] }));
    server.on(`POST ${PATH}/decisions`, {
      taken: [{ id: MADE, stands: true, code: null }],
      meeting: aMeeting({ agenda: [anItem({ decision: { ...former, id: MADE, outdated: false } })] }),
    });
    expect(page.text()).toContain('0 dari 1 sudah diputuskan');
    expect(page.text()).toContain('“Sepakat” diputuskan atas kunjungan sebelumnya');
    expect(button(page, 'Sepakat')?.attributes('aria-pressed')).toBe('false');
    await button(page, 'Sepakat')?.trigger('click');
    await vi.waitFor(() => expect(sent()?.decisions).toMatchObject([{ subjectId: 'f-1', outcome: 'agreed', replaces: 'd-0' }]));
    await vi.waitFor(() => expect(page.text()).toContain('1 dari 1 sudah diputuskan'));
  });

  it('closes over what was approved by its day, and shows apart what came later', async () => {
    const agreed = {
      id: 'd-1',
      outcome: 'agreed',
      reason: '',
      dissent: '',
      held: null,
      by: 'Budi',
      at: '2023-02-20T02:00:00Z',
      outdated: false,
    } as const;
    const { sheet } = aMeeting();
    const later = anItem({ subjectId: 'f-3', name: 'Ketut Kemudian', since: '2023-02-21' });
    const page = await open(
      aMeeting({
        sheet: { ...sheet, heldOn: '2023-02-20' },
        agenda: [anItem({ since: '2023-02-20', decision: agreed }), later],
      }),
    );
    expect(page.text()).toContain('1 dari 1 sudah diputuskan');
    expect(page.find('table').text()).not.toContain('Ketut Kemudian');
    const waiting = page.find('section[aria-labelledby=h-berikutnya]');
    expect(waiting.text()).toContain('Disetujui sesudah hari rapat, masuk rapat berikutnya');
    expect(waiting.find('li').text()).toContain('Ketut Kemudian');
    await vi.waitFor(() => expect(button(page, 'Tutup musyawarah')?.attributes('disabled')).toBeUndefined());
    await button(page, 'Tutup musyawarah')?.trigger('click');
    expect(page.find('dialog').text()).toContain('1 yang disetujui sesudah hari rapat masuk rapat berikutnya');
  });

  it('speaks of what came later once its day is a later one, without a network too', async () => {
    const { sheet } = aMeeting();
    const later = anItem({ since: '2023-02-21' });
    const page = await open(aMeeting({ sheet: { ...sheet, heldOn: '2023-02-20' }, agenda: [later] }));
    expect(page.text()).toContain('0 dari 0 sudah diputuskan');
    const day = page.find('#tanggal');
    await day.setValue('2023-02-21');
    await day.trigger('change');
    await vi.waitFor(() => expect(page.text()).toContain('0 dari 1 sudah diputuskan'));
    expect(page.find('section[aria-labelledby=h-berikutnya]').exists()).toBe(false);
  });

  it('that is closed tells how many wait for the next one', async () => {
    const page = await open(
      aMeeting({ state: 'closed', mayRecord: false, closedBy: 'Budi', closedAt: '2023-02-20T05:00:00Z', undecided: 1 }),
    );
    expect(page.text()).toContain('1 keluarga sudah ditinjau dan menunggu rapat berikutnya');
  });

  it('says that a new family may be listed already, and once more before it closes', async () => {
    const { sheet } = aMeeting();
    const page = await open(
      aMeeting({
        agenda: [],
        sheet: { ...sheet, newcomers: [{ name: 'Ni Luh Conto', address: '', hamlet: '', reason: '' }] },
        likely: [{ newcomer: 'Ni Luh Conto', number: '000123-3', name: 'Ni Luh Contoh', address: 'Jalan Contoh 1', hamlet: '' }],
      }),
    );
    expect(page.find('section[aria-labelledby=h-baru]').text()).toContain(
      'Mungkin sudah terdaftar: Ni Luh Contoh, Jalan Contoh 1 (000123-3)',
    );
    await button(page, 'Tutup musyawarah')?.trigger('click');
    expect(page.find('dialog').text()).toContain('1 keluarga baru mirip keluarga yang sudah terdaftar');
  });

  it('notes who came, one name to a line', async () => {
    const page = await open();
    await button(page, 'BPD')?.trigger('click');
    server.on(`PUT ${PATH}/sheet`, aMeeting({ version: 2 }));
    await page.find('textarea').setValue('Made Contoh\n\n Ketut Contoh ');
    await page.find('textarea').trigger('change');
    await vi.waitFor(() =>
      expect(server.last(`PUT ${PATH}/sheet`)?.body).toMatchObject({ attendance: { council: ['Made Contoh', 'Ketut Contoh'] } }),
    );
    expect(server.last(`PUT ${PATH}/sheet`)?.headers.get('If-Match')).toBe('"1"');
  });

  it('keeps a word half typed while a decision is answered', async () => {
    const page = await open();
    const chair = page.find<HTMLInputElement>('#catatan-chair');
    chair.element.value = 'I Nyoman';
    await chair.trigger('input');
    await button(page, 'Sepakat')?.trigger('click');
    await vi.waitFor(() => expect(page.text()).toContain('Tanpa jaringan: 1 perubahan'));
    expect(chair.element.value).toBe('I Nyoman');
  });

  it('that is closed has its minutes, and takes them back signed', async () => {
    const minutes = { code: '84DC12D7730B', sha256: 'a'.repeat(64), madeAt: '2023-02-20T05:00:00Z', signed: [] };
    const closed = aMeeting({
      state: 'closed',
      mayRecord: false,
      maySign: true,
      closedBy: 'Budi',
      closedAt: '2023-02-20T05:00:00Z',
      minutes,
    });
    const page = await open(closed);
    const section = page.find('[aria-labelledby=h-berita-acara]');
    expect(await takenFor(section, 'audit')).toBe(`${PATH}/minutes.pdf?purpose=audit`);
    await section.find('dialog .row button').trigger('click');
    expect(section.text()).toContain('Menunggu tanda tangan');
    const copy = { sha256: 'b'.repeat(64), mediaType: 'application/pdf', size: 2_000_000, by: 'Budi', at: '2023-02-21T01:00:00Z' };
    server.on(`POST ${PATH}/minutes/signed`, { ...closed, minutes: { ...minutes, signed: [copy] } });
    const chooser = section.find<HTMLInputElement>('input[type=file]');
    const scan = new File(['%PDF-1.7'], 'pindaian.pdf');
    Object.defineProperty(chooser.element, 'files', { value: [scan] });
    Object.defineProperty(chooser.element, 'value', { writable: true, value: '' });
    await section.find('form').trigger('submit');
    await vi.waitFor(() => expect(section.text()).toContain('Sudah bertanda tangan'));
    expect((server.last(`POST ${PATH}/minutes/signed`)?.body as FormData).get('file')).toMatchObject({ name: 'pindaian.pdf' });
    expect(await takenFor(section.find('li'), 'audit')).toBe(`${PATH}/minutes/signed/${'b'.repeat(64)}?purpose=audit`);
  });

  it('that is closed is read by everybody and opened again only by whoever may', async () => {
    const page = await open(aMeeting({ state: 'closed', mayRecord: false, closedBy: 'Budi', closedAt: '2023-02-20T05:00:00Z' }));
    expect(button(page, 'Sepakat')).toBeUndefined();
    expect(button(page, 'Buka kembali')).toBeUndefined();
  });
});
