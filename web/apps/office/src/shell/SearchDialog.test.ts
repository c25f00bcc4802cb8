import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TestServer, show, signedIn } from '../testing/office.ts';
import SearchDialog from './SearchDialog.vue';

const visit = {
  id: 'v-1',
  instanceId: 'uuid:1',
  caseId: 'c-1',
  caseNumber: '000123-4',
  state: 'received',
  officer: { id: 'u-ani', name: 'Ani Contoh' },
  visitedAt: null,
  receivedAt: '2023-02-04T02:42:00Z',
  contact: 'found',
  conflicts: [],
  attachments: [],
};
let server: TestServer;

beforeEach(() => {
  vi.useFakeTimers();
  server = new TestServer();
  signedIn('case.read');
  server.on('GET /api/v1/cases', { items: [], next: null }).on('GET /api/v1/visits', { items: [visit], next: null });
});
afterEach(() => {
  vi.useRealTimers();
});

async function search(text: string) {
  const dialog = await show(SearchDialog, {});
  await dialog.find('input[type=search]').setValue(text);
  await vi.runAllTimersAsync();
  await flushPromises();
  return dialog;
}

describe('The search', () => {
  it.each(['T-0428-719-553', '0428719553', 't 0428 719 553'])('finds the visit whose officer reads out %s', async (number) => {
    const dialog = await search(number);
    expect(server.last('GET /api/v1/visits')?.query.get('receipt')).toBe(number);
    const link = dialog.find('a[href="/tinjauan/v-1"]');
    expect(link.text()).toContain('Kunjungan Ani Contoh');
    expect(link.text()).toContain('000123-4');
  });

  it('asks for no visit by a name', async () => {
    await search('Ni Luh');
    expect(server.last('GET /api/v1/visits')).toBeUndefined();
    expect(server.last('GET /api/v1/cases')?.query.get('q')).toBe('Ni Luh');
  });
});
