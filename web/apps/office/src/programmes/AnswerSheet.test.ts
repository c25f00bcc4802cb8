import { type VueWrapper, flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { TestServer, show, signedIn, takenFor } from '../testing/office.ts';
import AnswerSheet from './AnswerSheet.vue';

const CHECK = 'POST /api/v1/intervention-sheets';
const COMMIT = 'POST /api/v1/intervention-sheets/s-1/commit';
const change = {
  row: 2,
  number: '000123-4',
  name: 'Ni Luh Contoh',
  programme: 'Perbaikan rumah',
  state: 'planned',
  plannedOn: '2023-03-20',
  deliveredOn: null,
  amount: 20_000_000,
};
const fault = { row: 3, column: 'J', code: 'date-unreadable', value: '30/02/2023', text: 'Tanggal ini tidak terbaca.' };
const checked = { id: 's-1', file: 'isi.xlsx', rows: 3, same: 1, changes: [change], problems: [fault] };
let server: TestServer;

beforeEach(() => {
  server = new TestServer();
  signedIn('intervention.work');
});

async function handIn(wrapper: VueWrapper) {
  const file = new File(['x'], 'isi.xlsx');
  Object.defineProperty(wrapper.find('#lembar').element, 'files', { value: [file] });
  await wrapper.find('form').trigger('submit');
  await flushPromises();
}

describe('Answers by a workbook', () => {
  it('are checked row by row before anything enters', async () => {
    server.on(CHECK, checked, 201);
    const wrapper = await show(AnswerSheet);
    await handIn(wrapper);
    expect(((server.last(CHECK)?.body as FormData).get('file') as File).name).toBe('isi.xlsx');
    expect(wrapper.text()).toContain('3 baris dibaca: 1 akan masuk, 1 sudah sesuai, 1 belum dapat masuk.');
    expect(wrapper.findAll('table')[0]?.find('tbody').text()).toBe('3J30/02/2023Tanggal ini tidak terbaca.');
    expect(wrapper.findAll('table')[1]?.find('tbody').text()).toContain('Direncanakan20 Maret 2023');
    const rejects = wrapper.findAll('button').find((one) => one.text() === 'Unduh baris yang belum dapat masuk');
    expect(rejects && (await takenFor(rejects, 'correction'))).toBe('/api/v1/intervention-sheets/s-1/rejects.xlsx?purpose=correction');
    expect(server.last(COMMIT)).toBeUndefined();
  });

  it('enter by a second word, once', async () => {
    server.on(CHECK, checked, 201).on(COMMIT, { taken: 1 });
    const wrapper = await show(AnswerSheet);
    await handIn(wrapper);
    await wrapper
      .findAll('button')
      .find((one) => one.text() === 'Masukkan 1 jawaban')
      ?.trigger('click');
    await wrapper.find('dialog .btn.go').trigger('click');
    await flushPromises();
    expect(server.last(COMMIT)).toBeDefined();
    expect(wrapper.emitted('entered')).toHaveLength(1);
    expect(wrapper.text()).toContain('1 jawaban dimasukkan.');
    expect(wrapper.find('table').exists()).toBe(false);
  });

  it('that cannot be read say what to do', async () => {
    server.on(CHECK, { code: 'sheet-unreadable', title: 'Lembar tidak dapat dibaca', detail: 'Unduh lembar yang baru.' }, 422);
    const wrapper = await show(AnswerSheet);
    await handIn(wrapper);
    expect(wrapper.find('[role=alert]').text()).toContain('Unduh lembar yang baru.');
  });
});
