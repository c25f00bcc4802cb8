import type { FieldWork } from '@tuntas/contract';
import type { Draft, FieldStore } from '@tuntas/field-data';
import { newStore } from '@tuntas/field-data/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formOf, formerOf, keepForms, keepMedia, listOf, mediaOf } from './kept-forms.ts';

const xml = (version: string, ...lists: readonly string[]) =>
  `<html>${version}${lists.map((name) => `<instance src="jr://file-csv/${name}"/>`).join('')}</html>`;
const work = (formVersion: string) => ({ sequence: 3, round: { formId: 'verval', formVersion }, families: [] }) as unknown as FieldWork;

describe('The forms on the phone', () => {
  const asked: string[] = [];
  let signal = true;
  let store: FieldStore;

  beforeEach(async () => {
    ({ store } = await newStore());
    asked.length = 0;
    signal = true;
    vi.stubGlobal('fetch', (path: string) => {
      asked.push(path);
      if (!signal) return Promise.reject(new TypeError('no signal'));
      const body = /1\.xml$/.test(path) ? xml('1', 'families.csv') : /2\.xml$/.test(path) ? xml('2', 'families.csv', 'villages.csv') : path;
      return Promise.resolve(new Response(body));
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('keep an old version for the visits that were begun in it, also once the round has a newer one', async () => {
    await keepForms(store, work('1'));
    await keepForms(store, work('2'));
    signal = false;
    expect(await formOf(store, 'verval', '1')).toBe(xml('1', 'families.csv'));
    expect(await formOf(store, 'verval', '2')).toContain('2');
  });

  it('come with the lists that a newer version reads', async () => {
    await keepForms(store, work('1'));
    await keepForms(store, work('2'));
    signal = false;
    const villages = await listOf(store, { formId: 'verval', formVersion: '2' }, 'villages.csv');
    expect(await villages.text()).toBe('/api/v1/me/forms/verval/villages.csv?version=2');
  });

  it('open without signal also where the office has not the list that they name', async () => {
    vi.stubGlobal('fetch', (path: string) => {
      if (!signal) return Promise.reject(new TypeError('no signal'));
      if (path.endsWith('.xml')) return Promise.resolve(new Response(xml('1', 'banjar.csv')));
      return Promise.resolve(new Response('{"status":404}', { status: 404, headers: { 'Content-Type': 'application/problem+json' } }));
    });
    await keepForms(store, work('1'));
    signal = false;
    expect((await listOf(store, { formId: 'verval', formVersion: '1' }, 'banjar.csv')).status).toBe(404);
  });

  describe('with pictures and sounds', () => {
    const body = (path: string) => {
      if (path.endsWith('1.xml'))
        return '<value form="image">jr://images/atap 1.png</value><value form="audio">jr://audio/atap.mp3</value>';
      return path.endsWith('2.xml') ? '<value form="image">jr://images/atap 2.png</value>' : path;
    };
    const version = (formVersion: string) => ({ formId: 'verval', formVersion });
    const shown = async (formVersion: string, name: string) => (await mediaOf(store, version(formVersion), name)).text();

    beforeEach(() =>
      vi.stubGlobal('fetch', (path: string) => {
        asked.push(path);
        return signal ? Promise.resolve(new Response(body(path))) : Promise.reject(new TypeError('no signal'));
      }),
    );

    it('have them without signal, and ask for each once', async () => {
      await keepMedia(store, work('1'));
      const before = asked.length;
      await keepMedia(store, work('1'));
      expect(asked).toHaveLength(before);
      signal = false;
      expect(await shown('1', 'atap 1.png')).toBe('/api/v1/me/forms/verval/atap%201.png?version=1');
      expect(await shown('1', 'atap.mp3')).toBe('/api/v1/me/forms/verval/atap.mp3?version=1');
    });

    it('keep those of an old version while a visit in it is unfinished', async () => {
      await keepMedia(store, work('1'));
      await store.keepDraft({ ...version('1'), familyId: 'f' } as Draft);
      await keepMedia(store, work('2'));
      expect(await store.filesOf('form ')).toHaveLength(3);
      await store.forgetDraft('f');
      await keepMedia(store, work('2'));
      expect(await store.filesOf('form ')).toEqual([{ owner: 'form verval 2', name: 'atap 2.png' }]);
    });

    it('bring the rest once there is signal again', async () => {
      await formOf(store, 'verval', '1');
      signal = false;
      await keepMedia(store, work('1'));
      expect(await store.filesOf('form ')).toEqual([]);
      signal = true;
      await keepMedia(store, work('1'));
      expect(await store.filesOf('form ')).toHaveLength(2);
    });
  });

  it('come with the answers that were sent back and those of their files that the office has, each of its kind', async () => {
    const sent = '<data><roof>1.jpg</roof><deed>2.pdf</deed><wall>3.jpg</wall><note>Pak.Made</note></data>';
    vi.stubGlobal('fetch', (path: string) => {
      if (!signal) return Promise.reject(new TypeError('no signal'));
      if (path.endsWith('/instance.xml')) return Promise.resolve(new Response(sent));
      const type = { '1.jpg': 'image/jpeg', '2.pdf': 'application/pdf' }[path.split('/').pop() ?? ''];
      return Promise.resolve(type ? new Response(path, { headers: { 'Content-Type': type } }) : new Response('{}', { status: 404 }));
    });
    await keepForms(store, { sequence: 3, round: null, families: [{ returned: { visitId: 'v1' } }] } as unknown as FieldWork);
    signal = false;
    const former = await formerOf(store, 'v1');
    expect(former).toMatchObject({ instanceXml: sent, fileNames: ['1.jpg', '2.pdf'] });
    expect((await former.file('2.pdf')).headers.get('Content-Type')).toBe('application/pdf');
  });

  it('are not asked for again while nothing is new', async () => {
    await keepForms(store, work('1'));
    const before = asked.length;
    await keepForms(store, work('1'));
    expect(asked).toHaveLength(before);
  });
});
