import type { CaseShow } from '@tuntas/contract';
import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { TestServer, show, signedIn } from '../testing/office.ts';
import MemberTable from './MemberTable.vue';

const family = {
  id: 'c-1',
  kk: '5108••••••••0417',
  members: [{ id: 'm-1', ordinal: 1, name: 'Ni Luh Contoh', relationship: 'head', age: 43, nik: '5108••••••••0001', existence: 'here' }],
} as unknown as CaseShow;
let server: TestServer;
beforeEach(() => (server = new TestServer()));

describe('The members of a family', () => {
  it('show masked NIKs until somebody asks, and say that asking is recorded', async () => {
    signedIn('case.read', 'nik.unmask');
    server.on('POST /api/v1/cases/c-1/nik', { members: [{ id: 'm-1', nik: '5108015203800001' }], kk: '5108010101100417' });
    const table = await show(MemberTable, { family });
    expect(table.text()).toContain('5108••••••••0001');
    expect(table.text()).toContain('membuka dicatat');
    await table.find('button').trigger('click');
    await flushPromises();
    expect(table.text()).toContain('5108015203800001');
    expect(table.text()).toContain('sudah dicatat atas nama Anda');
  });

  it('offer no unmasking to who may not', async () => {
    signedIn('case.read');
    const table = await show(MemberTable, { family });
    expect(table.find('button').exists()).toBe(false);
    expect(server.asked).toEqual([]);
  });
});
