import type { PublicJwk } from '@tuntas/contract';
import { zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import type { FieldStore } from './store.ts';
import type { KeptFile, OutboxItem } from './types.ts';

/** The largest content of one file: the phone holds it in memory three times over while it is made. */
const FILE_BYTES = 32_000_000;
const INFO = 'tuntas-export-1';
const text = new TextEncoder();

/** To whom the export goes, and from which phone. */
export interface ExportAddress {
  readonly deviceId: string;
  readonly exportKey: PublicJwk;
}

/** What is unsent, in a folder of its own: what was said, and the files that the phone keeps under its id. */
export interface ExportedFolder {
  readonly id: string;
  /** By its name the office knows what the folder is. */
  readonly name: 'submission.xml' | 'word.json';
  readonly content: string;
  readonly files: readonly KeptFile[];
}

export const visitFolder = ({ instanceId, instanceXml, files }: OutboxItem): ExportedFolder => ({
  id: instanceId,
  name: 'submission.xml',
  content: instanceXml,
  files,
});

/**
 * Writes folders into files that only the office opens (docs/field-export.md). One is made at a time, for the phone has little memory; a
 * folder larger than a whole file goes on in the next one, with what it says in both.
 */
export async function* exportUnsent(
  store: FieldStore,
  folders: readonly ExportedFolder[],
  address: ExportAddress,
  fileBytes = FILE_BYTES,
): AsyncGenerator<Blob> {
  let archive = new Archive(store.officerId);
  for (const { id, name: first, content, files } of folders) {
    const said = text.encode(content);
    const folder = encodeURIComponent(id);
    const whole = files.reduce((sum, file) => sum + file.size, said.length);
    if (archive.folders > 0 && archive.bytes + whole > fileBytes) {
      yield await sealForOffice(archive.pack(), address);
      archive = new Archive(store.officerId);
    }
    archive.begin(`${folder}/${first}`, said);
    for (const { name, type } of files) {
      const file = await store.file(id, { name, type });
      if (!file) continue;
      if (archive.bytes + file.size > fileBytes) {
        yield await sealForOffice(archive.pack(), address);
        archive = new Archive(store.officerId);
        archive.begin(`${folder}/${first}`, said);
      }
      archive.add(`${folder}/${name}`, new Uint8Array(await file.arrayBuffer()));
    }
  }
  yield await sealForOffice(archive.pack(), address);
}

/** Stored, not deflated, since photos are packed already; and not streamed: Java reads no stored entry whose size comes after it. */
class Archive {
  bytes = 0;
  folders = 0;
  private readonly entries: Zippable = {};

  constructor(officerId: string) {
    this.add('officer.json', text.encode(JSON.stringify({ officerId })));
  }

  add(path: string, content: Uint8Array): void {
    this.entries[path] = content;
    this.bytes += content.length;
  }

  begin(path: string, said: Uint8Array): void {
    this.add(path, said);
    this.folders += 1;
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
