import type { PublicJwk } from '@tuntas/contract';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exportUnsent, visitFolder } from './export.ts';
import { OFFICER, XML, newStore, photo, putItem } from './testing.ts';

const curve = { name: 'ECDH', namedCurve: 'P-256' };
const utf8 = (bytes: BufferSource | undefined) => new TextDecoder().decode(bytes);

/** The office's side of docs/field-export.md, step by step. */
async function office() {
  const pair = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  const exportKey = (await crypto.subtle.exportKey('jwk', pair.publicKey)) as PublicJwk;
  const open = async (file: Blob) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const line = bytes.indexOf(10);
    const header = JSON.parse(utf8(bytes.slice(0, line))) as { version: number; deviceId: string; ephemeralKey: PublicJwk; iv: string };
    const sender = await crypto.subtle.importKey('jwk', { ...header.ephemeralKey }, curve, false, []);
    const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: sender }, pair.privateKey, 256);
    const hkdf = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveBits']);
    const info = new TextEncoder().encode('tuntas-export-1');
    const raw = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }, hkdf, 256);
    const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
    const iv = Uint8Array.from(atob(header.iv.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
    const content = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes.slice(line + 1));
    return { header, content: new Uint8Array(content), entries: unzipSync(new Uint8Array(content)) };
  };
  return { address: { deviceId: 'tuntas:1', exportKey }, open };
}

async function all(files: AsyncGenerator<Blob>): Promise<Blob[]> {
  const written = [];
  for await (const file of files) written.push(file);
  return written;
}

describe('The export of unsent visits', () => {
  it('is one file that the office opens: whose it is, each instance as it would be sent, and its photos', async () => {
    const { store } = await newStore();
    await putItem(store, 'uuid:1', '2023-02-04T01:00:00Z', photo('1.jpg', 1, 2), photo('2.jpg', 3));
    await putItem(store, 'uuid:2', '2023-02-04T02:00:00Z');
    const { address, open } = await office();
    const [file, ...more] = await all(exportUnsent(store, (await store.outbox()).map(visitFolder), address));
    expect(more).toEqual([]);
    const { header, entries } = await open(file!);
    expect(header).toMatchObject({ version: 1, deviceId: 'tuntas:1' });
    expect(Object.keys(entries)).toEqual([
      'officer.json',
      'uuid%3A1/submission.xml',
      'uuid%3A1/1.jpg',
      'uuid%3A1/2.jpg',
      'uuid%3A2/submission.xml',
    ]);
    expect(JSON.parse(utf8(entries['officer.json'] as Uint8Array<ArrayBuffer>))).toEqual({ officerId: OFFICER });
    expect(utf8(entries['uuid%3A2/submission.xml'] as Uint8Array<ArrayBuffer>)).toBe(XML);
    expect(entries['uuid%3A1/1.jpg']).toEqual(new Uint8Array([1, 2]));
  });

  it('holds also what was said about deliveries, with its photo', async () => {
    const { store } = await newStore();
    const item = await putItem(store, 'uuid:1', '2023-02-04T01:00:00Z');
    const files = [await store.keepFile('w-1', photo('atap.jpg', 7))];
    const { address, open } = await office();
    const word = { id: 'w-1', name: 'word.json', content: '{"said":"received"}', files } as const;
    const [file] = await all(exportUnsent(store, [visitFolder(item), word], address));
    const { entries } = await open(file!);
    expect(Object.keys(entries)).toEqual(['officer.json', 'uuid%3A1/submission.xml', 'w-1/word.json', 'w-1/atap.jpg']);
    expect(utf8(entries['w-1/word.json'] as Uint8Array<ArrayBuffer>)).toBe('{"said":"received"}');
  });

  it('says nothing of a family to whoever carries it', async () => {
    const { store } = await newStore();
    await putItem(store, 'uuid:1', '2023-02-04T01:00:00Z');
    const { address } = await office();
    const [file] = await all(exportUnsent(store, (await store.outbox()).map(visitFolder), address));
    expect(await file!.text()).not.toContain('instanceID');
  });

  it('begins another file for the visit that would not fit, and goes on in another with one that fits in none', async () => {
    const { store } = await newStore();
    const big = (name: string) => photo(name, ...new Array<number>(400).fill(7));
    await putItem(store, 'uuid:1', '2023-02-04T01:00:00Z', big('1.jpg'), big('2.jpg'));
    await putItem(store, 'uuid:2', '2023-02-04T02:00:00Z', big('3.jpg'));
    const { address, open } = await office();
    const files = await all(exportUnsent(store, (await store.outbox()).map(visitFolder), address, 1_000));
    const names = await Promise.all(files.map(async (file) => Object.keys((await open(file)).entries)));
    expect(names).toEqual([
      ['officer.json', 'uuid%3A1/submission.xml', 'uuid%3A1/1.jpg', 'uuid%3A1/2.jpg'],
      ['officer.json', 'uuid%3A2/submission.xml', 'uuid%3A2/3.jpg'],
    ]);
    const split = await all(exportUnsent(store, (await store.outbox()).map(visitFolder), address, 600));
    expect(await Promise.all(split.map(async (file) => Object.keys((await open(file)).entries)))).toEqual([
      ['officer.json', 'uuid%3A1/submission.xml', 'uuid%3A1/1.jpg'],
      ['officer.json', 'uuid%3A1/submission.xml', 'uuid%3A1/2.jpg'],
      ['officer.json', 'uuid%3A2/submission.xml', 'uuid%3A2/3.jpg'],
    ]);
  });

  it('has no entry whose size comes after it, which the office could not read', async () => {
    const { store } = await newStore();
    await putItem(store, 'uuid:1', '2023-02-04T01:00:00Z', photo('1.jpg', 1));
    const { address, open } = await office();
    const [file] = await all(exportUnsent(store, (await store.outbox()).map(visitFolder), address));
    const { content } = await open(file!);
    const GENERAL_PURPOSE_FLAGS = 6;
    expect(new DataView(content.buffer).getUint16(GENERAL_PURPOSE_FLAGS, true) & 0b1000).toBe(0);
  });
});
