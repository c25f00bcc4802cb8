import 'fake-indexeddb/auto';
import { Problem, Unreachable } from '@tuntas/contract';
import type { FieldFamily, SubmissionReceipt } from '@tuntas/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { FieldStore, Outbox, byDistance, distanceInMetres, searchFamilies, sha256 } from './index.ts';
import type { OutboxItem } from './index.ts';

const OFFICER = 'officer-1';
const XML = '<data><meta><instanceID>uuid:1</instanceID></meta></data>';

function item(instanceId: string, savedAt: string): OutboxItem {
  return {
    instanceId,
    officerId: OFFICER,
    familyId: 'f',
    familyName: 'Ni Luh Contoh',
    instanceXml: XML,
    files: [{ name: 'kk_card.jpg', type: 'image/jpeg', bytes: new Uint8Array([1, 2, 3]).buffer }],
    savedAt,
    state: 'waiting',
  };
}

async function receiptFor(xml: string): Promise<SubmissionReceipt> {
  return {
    instanceId: 'uuid:1',
    contentHash: await sha256(new TextEncoder().encode(xml)),
    complete: true,
    missing: [],
    receivedAt: '2023-02-04T10:00:00+08:00',
    entryId: 'e',
  };
}

describe('The outbox', () => {
  let store: FieldStore;

  beforeEach(async () => {
    store = await FieldStore.open(`test-${String(Math.random())}`);
    await store.keep(item('uuid:2', '2023-02-04T02:00:00Z'));
    await store.keep(item('uuid:1', '2023-02-04T01:00:00Z'));
  });

  const states = async () => (await store.outbox(OFFICER)).map((kept) => kept.state);

  it('sends the oldest first, with its files, and keeps the receipt', async () => {
    const names: string[] = [];
    const outbox = new Outbox(store, (body) => {
      names.push(...body.keys());
      return receiptFor(XML);
    });
    await outbox.flush(OFFICER, () => undefined);
    expect(names).toEqual(['xml_submission_file', 'kk_card.jpg', 'xml_submission_file', 'kk_card.jpg']);
    expect(await states()).toEqual(['received', 'received']);
    expect((await store.outbox(OFFICER))[0]?.receipt?.entryId).toBe('e');
  });

  it('does not call a visit received when the office answers with another hash', async () => {
    const outbox = new Outbox(store, () => receiptFor('<something-else/>'));
    await outbox.flush(OFFICER, () => undefined);
    expect(await states()).toEqual(['waiting', 'waiting']);
  });

  it('keeps everything and stops when the office cannot be reached', async () => {
    let calls = 0;
    const outbox = new Outbox(store, () => {
      calls += 1;
      return Promise.reject(new Unreachable('no signal'));
    });
    await outbox.flush(OFFICER, () => undefined);
    expect(calls).toBe(1);
    expect(await states()).toEqual(['waiting', 'waiting']);
    expect((await store.outbox(OFFICER))[0]?.files).toHaveLength(1);
  });

  it('sets a refused visit aside with the reason and goes on with the next', async () => {
    let first = true;
    const outbox = new Outbox(store, () => {
      if (!first) return receiptFor(XML);
      first = false;
      return Promise.reject(new Problem(413, { detail: 'Terlalu besar' }));
    });
    await outbox.flush(OFFICER, () => undefined);
    expect(await states()).toEqual(['refused', 'received']);
    expect((await store.outbox(OFFICER))[0]?.reason).toBe('Terlalu besar');
  });

  it('joins a second call instead of sending twice', async () => {
    let calls = 0;
    const outbox = new Outbox(store, () => {
      calls += 1;
      return receiptFor(XML);
    });
    await Promise.all([outbox.flush(OFFICER, () => undefined), outbox.flush(OFFICER, () => undefined)]);
    expect(calls).toBe(2);
  });
});

describe('Distance', () => {
  it('is right for a degree of latitude', () => {
    expect(distanceInMetres({ lat: -8, lng: 115 }, { lat: -9, lng: 115 })).toBeCloseTo(111_195, -2);
  });

  it('orders families, those without a place last', () => {
    const from = { lat: -8.1, lng: 115.1 };
    const near = { lat: -8.11, lng: 115.1 };
    const far = { lat: -8.3, lng: 115.1 };
    const nowhere = { lat: null, lng: null };
    expect(byDistance(from, [nowhere, far, near]).map((entry) => entry.item)).toEqual([near, far, nowhere]);
  });
});

describe('Searching families', () => {
  const families = [
    {
      name: 'Ni Luh Contoh',
      number: '000012-3',
      address: 'Jalan Pura',
      hamlet: 'Kelod',
      villageName: 'Pedawa',
      members: [{ name: 'Kadek Umpama' }],
    },
    { name: 'I Wayan Misal', number: '000013-4', address: '', hamlet: 'Kaja', villageName: 'Sidetapa', members: [] },
  ] as unknown as FieldFamily[];

  it('finds by any word of head, member, place or number, in any case', () => {
    expect(searchFamilies(families, 'luh PEDAWA')).toEqual([families[0]]);
    expect(searchFamilies(families, 'umpama')).toEqual([families[0]]);
    expect(searchFamilies(families, '000013')).toEqual([families[1]]);
    expect(searchFamilies(families, 'tidak ada')).toEqual([]);
    expect(searchFamilies(families, ' ')).toEqual(families);
  });
});
