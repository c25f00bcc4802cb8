import type { FieldWork } from '@tuntas/contract';
import type { FieldStore } from '@tuntas/field-data';
import { newStore } from '@tuntas/field-data/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formOf, formerOf, keepForms, listOf } from './kept-forms.ts';

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
