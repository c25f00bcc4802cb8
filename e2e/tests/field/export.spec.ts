import { devices } from '@playwright/test';
import { createHash } from 'node:crypto';
import { assignFamilies, type ListedFamily } from '../../support/families.ts';
import { expectGoodLooks } from '../../support/looks.ts';
import { openField, openOffice } from '../../support/office.ts';
import { ani, citra, Desk } from '../../support/people.ts';
import { NO_SIGNAL, phone, readyForTheRoad } from '../../support/phone.ts';
import { readyOffice } from '../../support/ready-office.ts';
import { expect, serverForThisFile, test } from '../../support/test.ts';
import { choose, fillVisit, send } from '../../support/visit.ts';

/** No signal for days: what was done reaches the office in a file, and the phone hears of it at its next contact. */
test.describe.configure({ mode: 'serial' });
test.use(phone);
test.setTimeout(180_000);

const server = serverForThisFile('serve', { data: readyOffice });
let families: readonly ListedFamily[];

test.beforeAll(async () => {
  families = await assignFamilies(server(), 4);
});

interface Sent {
  readonly id: string;
  readonly complete: boolean;
  readonly attachments: readonly { readonly name: string; readonly sha256: string }[];
}

test('what is unsent goes to the office in a file, and the phone holds its receipt without sending a photo', async ({
  page,
  context,
  browser,
  complaints,
}, info) => {
  complaints.push(NO_SIGNAL);
  const [family, other] = [families[0]!, families[1]!];
  await openField(page, server(), ani);
  await readyForTheRoad(page);
  await context.setOffline(true);
  await page.goto(`${server().url}/lapangan/keluarga/${other.id}/kunjungan`);
  await choose(page, 'Hasil kunjungan', 'Ditemukan');
  await expect(page.getByText('Tersimpan otomatis di HP ini')).toBeVisible();
  await page.getByRole('button', { name: 'Tutup kunjungan' }).click();
  await page.goto(`${server().url}/lapangan/keluarga/${family.id}/kunjungan`);
  await fillVisit(page, family.members, family.name);
  await send(page);

  await expect(page.getByText('1 kunjungan yang belum selesai tidak ikut')).toBeVisible();
  await page.getByRole('button', { name: 'Simpan berkas untuk kantor' }).click();
  await expect(page.getByText('Berkas siap: 1. Isinya 1 kunjungan.')).toBeVisible();
  await expectGoodLooks(page, [360]);
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Simpan ke HP' }).click();
  const file = info.outputPath((await saving).suggestedFilename());
  await (await saving).saveAs(file);
  expect(file).toMatch(/tuntas-\d{4}-\d\d-\d\d-1\.tuntas$/);

  const office = await browser.newPage({ ...devices['Desktop Chrome'] });
  await openOffice(office, server(), citra);
  await office.goto(`${server().url}/impor-luring`);
  await office.getByLabel('Pilih satu berkas atau lebih').setInputFiles(file);
  await office.getByRole('button', { name: 'Terima isinya' }).click();
  await expect(office.getByText('1 kiriman di dalam berkas')).toBeVisible();
  await expect(office.getByRole('cell', { name: 'Diterima', exact: true })).toBeVisible();
  await office.close();

  const posts: (string | null)[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/v1/submissions')) posts.push(request.postData());
  });
  await context.setOffline(false);
  await expect(page.getByText('Semua kunjungan sudah diterima kantor.')).toBeVisible();
  expect(posts).toHaveLength(1);

  const desk = await Desk.of(server(), ani);
  const { items } = await desk.get<{ items: Sent[] }>('/api/v1/visits');
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ complete: true });
  expect(items[0]!.attachments).toHaveLength(4);
  await page.locator('summary', { hasText: family.name }).click();
  const instance = await desk.read(`/api/v1/visits/${items[0]!.id}/instance.xml`);
  await expect(page.getByText(sha256(instance), { exact: true })).toBeVisible();
  for (const { name } of items[0]!.attachments) {
    const bytes = await desk.read(`/api/v1/visits/${items[0]!.id}/attachments/${encodeURIComponent(name)}`);
    await expect(page.getByText(`${name}: ${sha256(bytes)}`, { exact: true })).toBeVisible();
  }
  await expectGoodLooks(page, [360]);
});

test('another visit to the same family, from Collect or a second phone, is a conflict that both sides see', async ({ page }) => {
  const family = families[0]!;
  const desk = await Desk.of(server(), ani);
  const { items } = await desk.get<{ items: { id: string; instanceId: string }[] }>('/api/v1/visits');
  const former = items[0]!;
  const xml = (await desk.read(`/api/v1/visits/${former.id}/instance.xml`)).toString('utf8');
  const body = new FormData();
  body.append('xml_submission_file', new File([xml.replace(former.instanceId, `uuid:${crypto.randomUUID()}`)], 'submission.xml'));
  await desk.upload('/api/v1/submissions', body);

  await openField(page, server(), ani);
  await page.getByRole('link', { name: /^Kirim/ }).click();
  const told = page.getByRole('region', { name: /^Perlu keputusan kantor/ });
  await expect(told).toContainText(family.name);
  await expect(told).toContainText('sudah punya kunjungan lain');
  const { items: held } = await desk.get<{ items: { state: string; conflicts: { code: string }[] }[] }>(
    '/api/v1/visits?conflict=already-visited',
  );
  expect(held).toHaveLength(1);
  const { families: listed } = await desk.get<{ families: { id: string; state: string }[] }>('/api/v1/me/work');
  expect(listed.find((one) => one.id === family.id)).toMatchObject({ state: 'visited' });
});

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
