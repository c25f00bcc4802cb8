import { chromium } from '@playwright/test';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assignFamilies, type ListedFamily } from '../../support/families.ts';
import { openField } from '../../support/office.ts';
import { ani } from '../../support/people.ts';
import { phone, readyForTheRoad } from '../../support/phone.ts';
import { readyOffice } from '../../support/ready-office.ts';
import { expect, type Page, serverForThisFile, test } from '../../support/test.ts';
import { choose, photograph, write } from '../../support/visit.ts';

/** What lies on the phone's disk when a stranger opens it byte by byte. */
test.setTimeout(180_000);

const server = serverForThisFile('serve', { data: readyOffice });
const RESPONDENT = 'Pan Tembang Rahasia';
const PROPOSED = 'Men Usulan Rahasia';

test('neither names nor numbers of a family lie anywhere on the phone in clear', async () => {
  const families = await assignFamilies(server(), 3);
  const { launchOptions } = test.info().project.use;
  const profile = await mkdtemp(join(tmpdir(), 'tuntas-e2e-phone-'));
  try {
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions, ...phone, locale: 'id-ID' });
    const heard: string[] = [];
    context.on('console', (message) => heard.push(message.text()));
    const page = await context.newPage();
    await openField(page, server(), ani);
    await readyForTheRoad(page);
    const secrets = await secretsOf(page, families);
    expect(secrets.length).toBeGreaterThan(families.length * 2);
    const family = families[0]!;
    await page.goto(`${server().url}/lapangan/keluarga/${family.id}`);
    await page.goto(`${server().url}/lapangan/keluarga/${family.id}/kunjungan`);
    await choose(page, 'Hasil kunjungan', 'Ditemukan');
    await write(page, 'Nama yang menjawab', RESPONDENT);
    await photograph(page, 'Foto rumah dari depan');
    await page.getByRole('button', { name: 'Tutup kunjungan' }).click();
    await expect(page.getByText('Sudah dimulai, belum selesai')).toBeVisible();
    await page.goto(`${server().url}/lapangan/usulan/baru`);
    await page.getByLabel('Nama kepala keluarga').fill(PROPOSED);
    await page.getByLabel('Banjar dinas atau dusun').fill('Banjar Dinas Contoh');
    await page.getByLabel('Alamat atau patokan').fill('Utara Pura Contoh');
    await page.getByRole('button', { name: 'Lanjut ke formulir' }).click();
    await choose(page, 'Hasil kunjungan', 'Ditemukan');
    await expect(page.getByText('Tersimpan otomatis di HP ini')).toBeVisible();
    const written = heard.join('\n') + (await everythingStored(page));
    expect(secrets.filter((secret) => written.includes(secret))).toEqual([]);
    await context.close();
    expect(await filesWith(profile, secrets)).toEqual([]);
    expect(await filesWith(profile, ['tuntas-field', 'verval'])).not.toEqual([]);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
});

/** Names and identity numbers as the office gives them to this phone, and what the officer wrote. */
async function secretsOf(page: Page, families: readonly ListedFamily[]): Promise<string[]> {
  const numbers = await page.evaluate(async () => {
    const answer = await fetch('/api/v1/me/work', {
      cache: 'no-store',
      headers: { 'X-Tuntas-Device': localStorage.getItem('tuntas.device') ?? '' },
    });
    const work = (await answer.json()) as { families: { members: { nik?: string | null }[] }[] };
    return work.families.flatMap((family) => family.members.flatMap((member) => member.nik ?? []));
  });
  expect(numbers.length).toBeGreaterThan(0);
  return [RESPONDENT, PROPOSED, ...numbers, ...families.flatMap((family) => [family.name, ...family.members.map((member) => member.name)])];
}

/** All that a script of this site can read back: databases, caches, local storage, cookies and the address. */
function everythingStored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const parts: string[] = [location.href, document.cookie, JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) parts.push(request.url, (await (await cache.match(request))?.text()) ?? '');
    }
    const text = (value: unknown): string => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new TextDecoder().decode(value);
      if (typeof value === 'object' && value !== null)
        return Object.entries(value)
          .map(([key, one]) => `${key}=${text(one)}`)
          .join(' ');
      return String(value);
    };
    const all = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await all(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const read = database.transaction(store).objectStore(store);
        parts.push(text(await all(read.getAllKeys())), text(await all(read.getAll())));
      }
      database.close();
    }
    return parts.join('\n');
  });
}

/** Files below a folder that hold one of the words, as UTF-8 or UTF-16. */
async function filesWith(folder: string, words: readonly string[]): Promise<string[]> {
  const needles = words.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')]);
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    const hit = needles.find((needle) => bytes.includes(needle));
    if (hit) found.push(`${join(entry.parentPath, entry.name).slice(folder.length)}: ${hit.toString('utf8')}`);
  }
  return found;
}
