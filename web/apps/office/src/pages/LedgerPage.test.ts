import type { LedgerEntry } from '@tuntas/contract';
import { expect, it } from 'vitest';
import { TestServer, show, signedIn } from '../testing/office.ts';
import LedgerPage from './LedgerPage.vue';

const entry: LedgerEntry = {
  id: 'e-1',
  at: '2023-02-06T02:00:00Z',
  actor: 'Citra Contoh',
  verb: 'visit.approved',
  subjectType: 'visit',
  subjectId: '01890000-0000-7000-8000-000000000000',
  leafHash: 'ab'.repeat(32),
  block: 1,
};

it('The ledger names the kinds of its subjects in the language of the reader, one it has no word for as it is kept', async () => {
  new TestServer()
    .on('GET /api/v1/ledger/state', {})
    .on('GET /api/v1/ledger', { items: [entry, { ...entry, id: 'e-2', subjectType: 'satellite' }], next: null });
  signedIn('ledger.read');
  const page = await show(LedgerPage, {}, '/buku-besar');

  const subjects = page.findAll('tbody tr').map((row) => row.findAll('td')[2]?.text());
  expect(subjects).toEqual(['Kunjungan 01890000-0000', 'satellite 01890000-0000']);
});
