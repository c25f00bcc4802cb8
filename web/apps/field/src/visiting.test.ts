import 'fake-indexeddb/auto';
import type { FieldFamily, FieldWork } from '@tuntas/contract';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { drafts, work } from './field.ts';
import { signIn } from './guard.ts';
import { newDraft } from './visit.ts';
import { lateOf, visitingOf } from './visiting.ts';

const ANI = { id: 'ani', name: 'Ani Contoh', can: ['visit.submit'], roles: [] };
const round = { code: 'UJI-1', formId: 'verval', formVersion: '1' } as NonNullable<FieldWork['round']>;
const family: FieldFamily = {
  id: 'f-1',
  number: 'BLL-000017-4',
  name: 'Ni Luh Contoh',
  address: 'Jalan Melati 3',
  hamlet: null,
  village: '51.08.01.2001',
  villageName: 'Pejarakan',
  lat: null,
  lng: null,
  state: 'assigned',
  members: [{ memberId: 'm-1', ordinal: 1, name: 'Ni Luh Contoh', relationship: 'head', age: 52, sex: 'female', nik: '5108014107700001' }],
  returned: null,
  visitedAt: null,
};
const villages = [{ code: '51.08.01.2001', name: 'Pejarakan', district: 'Gerokgak', lat: null, lng: null }];

const listed = (news: Partial<FieldWork>) => (work.value = { sequence: 1, round, families: [family], villages, ...news } as FieldWork);
const begin = () => (drafts.value = [newDraft(family, round)]);

beforeAll(async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ user: ANI, csrfToken: 'token' }))));
  await signIn('ani', 'sandi');
});
beforeEach(() => {
  listed({});
  drafts.value = [];
});

describe('A visit that nobody has begun', () => {
  it('begins with a family of the list, as long as there is a round and no other visit', () => {
    expect(visitingOf('f-1')).toMatchObject({ draft: { familyId: 'f-1', instanceXml: null } });
    listed({ families: [{ ...family, state: 'visited' }] });
    expect(visitingOf('f-1')).toBeNull();
    listed({ families: [] });
    expect(visitingOf('f-1')).toBeNull();
    listed({ round: null });
    expect(visitingOf('f-1')).toBeNull();
  });
});

describe('A visit that was begun', () => {
  it('goes on from its family', () => {
    begin();
    expect(visitingOf('f-1')?.draft).toBe(drafts.value[0]);
    expect(lateOf('f-1')).toBeNull();
  });

  it('is too late when its round was closed, its family went elsewhere or has another visit; it goes on all the same', () => {
    begin();
    for (const [late, news] of [
      ['roundClosed', { round: null }],
      ['notListed', { families: [] }],
      ['visited', { families: [{ ...family, state: 'visited' }] }],
    ] as const) {
      listed(news);
      expect(visitingOf('f-1')?.draft).toBe(drafts.value[0]);
      expect(lateOf('f-1')).toBe(late);
    }
  });

  it('keeps its family as the list named it, but for the identity numbers', () => {
    begin();
    listed({ families: [] });
    expect(visitingOf('f-1')?.family).toMatchObject({
      number: 'BLL-000017-4',
      districtName: 'Gerokgak',
      members: [{ name: 'Ni Luh Contoh' }],
    });
    expect(JSON.stringify(drafts.value)).not.toContain('5108014107700001');
  });

  it('names its family from the answers where an older app kept none beside them', () => {
    const answers = `<data><case>BLL-000017-4</case><family><address>Jalan Melati 3</address><district>Gerokgak</district></family>
      <members><member><member_id>m-1</member_id><name>Ni Luh Contoh</name><age>52</age><sex>female</sex></member></members></data>`;
    const { family: _family, ...older } = newDraft(family, round);
    listed({ families: [] });
    drafts.value = [{ ...older, instanceXml: answers }];
    expect(visitingOf('f-1')?.family).toMatchObject({
      number: 'BLL-000017-4',
      address: 'Jalan Melati 3',
      districtName: 'Gerokgak',
      members: [{ memberId: 'm-1', ordinal: 1, name: 'Ni Luh Contoh', age: 52, sex: 'female' }],
    });
  });

  it('waits for the list before it says anything', () => {
    begin();
    work.value = null;
    expect(visitingOf('f-1')).toBeNull();
  });
});
