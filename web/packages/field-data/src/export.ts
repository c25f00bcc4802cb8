import type { PublicJwk } from '@tuntas/contract';
import { zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import type { FieldStore } from './store.ts';
import type { OutboxItem } from './types.ts';

/** The largest content of one file: the phone holds it in memory three times over while it is made. */
const FILE_BYTES = 32_000_000;
const INFO = 'tuntas-export-1';
const text = new TextEncoder();

/** To whom the export goes, and from which phone. */
export interface ExportAddress {
  readonly deviceId: string;
  readonly exportKey: PublicJwk;
}

/**
 * Writes visits into files that only the office opens (docs/field-export.md). One is made at a time, for the phone has little memory; a visit
 * larger than a whole file goes on in the next one, with its answers in both.
 */
export async function* exportVisits(
  store: FieldStore,
  items: readonly OutboxItem[],
  address: ExportAddress,
  fileBytes = FILE_BYTES,
): AsyncGenerator<Blob> {
  let archive = new Archive(store.officerId);
  for (const item of items) {
    const xml = text.encode(item.instanceXml);
    const folder = encodeURIComponent(item.instanceId);
    const whole = item.files.reduce((sum, file) => sum + file.size, xml.length);
    if (archive.visits > 0 && archive.bytes + whole > fileBytes) {
      yield await sealForOffice(archive.pack(), address);
      archive = new Archive(store.officerId);
    }
    archive.addVisit(folder, xml);
    for (const { name, type } of item.files) {
      const file = await store.file(item.instanceId, { name, type });
      if (!file) continue;
      if (archive.bytes + file.size > fileBytes) {
        yield await sealForOffice(archive.pack(), address);
        archive = new Archive(store.officerId);
        archive.addVisit(folder, xml);
      }
      archive.add(`${folder}/${name}`, new Uint8Array(await file.arrayBuffer()));
    }
  }
  yield await sealForOffice(archive.pack(), address);
}

/** Stored, not deflated, since photos are packed already; and not streamed: Java reads no stored entry whose size comes after it. */
class Archive {
  bytes = 0;
  visits = 0;
  private readonly entries: Zippable = {};

  constructor(officerId: string) {
    this.add('officer.json', text.encode(JSON.stringify({ officerId })));
  }

  add(path: string, content: Uint8Array): void {
    this.entries[path] = content;
    this.bytes += content.length;
  }

  addVisit(folder: string, xml: Uint8Array): void {
    this.add(`${folder}/submission.xml`, xml);
    this.visits += 1;
  }

  pack(): Uint8Array<ArrayBuffer> {
    return zipSync(this.entries, { level: 0 }) as Uint8Array<ArrayBuffer>;
  }
}

async function sealForOffice(content: Uint8Array<ArrayBuffer>, { deviceId, exportKey }: ExportAddress): Promise<Blob> {
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const office = await crypto.subtle.importKey('jwk', { ...exportKey }, curve, false, []);
  const ephemeral = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', ephemeral.publicKey);
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: office }, ephemeral.privateKey, 256);
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: text.encode(INFO) },
    await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']),
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  );
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const header = { version: 1, deviceId, ephemeralKey: { kty, crv, x, y }, iv: base64Url(iv) };
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, content);
  return new Blob([`${JSON.stringify(header)}\n`, sealed]);
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
