import { assignFamilies, type ListedFamily } from '../../support/families.ts';
import { expectGoodLooks } from '../../support/looks.ts';
import { openField } from '../../support/office.ts';
import { ani, citra, Desk } from '../../support/people.ts';
import { phone, readyForTheRoad } from '../../support/phone.ts';
import { readyOffice } from '../../support/ready-office.ts';
import { reviewedVisit } from '../../support/reviewed.ts';
import { keptInDraft, stored } from '../../support/stored.ts';
import { expect, type Page, serverForThisFile, test } from '../../support/test.ts';
import { choose, chosen, fillMoved, photograph, send } from '../../support/visit.ts';

/** A visit was begun, and meanwhile its family went elsewhere: the officer still finishes, sends or deletes what she filled in. */
test.describe.configure({ mode: 'serial' });
test.use(phone);
test.setTimeout(120_000);

const server = serverForThisFile('serve', { data: readyOffice });
let families: readonly ListedFamily[];
let office: Desk;

test.beforeAll(async () => {
  families = await assignFamilies(server(), 4);
  office = await Desk.of(server(), citra);
});

async function begin(page: Page, { id }: ListedFamily): Promise<void> {
  await openField(page, server(), ani);
  await readyForTheRoad(page);
  await page.goto(`${server().url}/lapangan/keluarga/${id}/kunjungan`);
  await choose(page, 'Hasil kunjungan', 'Ditemukan');
  await keptInDraft(page, id, '>found</');
}

async function goOn(page: Page): Promise<void> {
  await page.goto(`${server().url}/lapangan/kirim`);
  await page.getByRole('link', { name: 'Lanjutkan' }).click();
}

async function conflictsOf({ id }: ListedFamily): Promise<string[]> {
  const { items } = await office.get<{ items: { caseId: string; conflicts: { code: string }[] }[] }>('/api/v1/visits');
  return items.filter(({ caseId }) => caseId === id).flatMap(({ conflicts }) => conflicts.map(({ code }) => code));
}

test('a family that went to another officer: the visit is finished and sent, and the office decides', async ({ page }) => {
  const family = families[0]!;
  const made = { username: 'made', name: 'Made Artha', password: 'jukung-di-pantai-lovina' };
  const { id: officerId } = await office.makeUser(made, { role: 'officer', region: '51.08' });
  await begin(page, family);
  await office.post('/api/v1/assignments', { officerId, caseIds: [family.id], reason: 'Pindah petugas' });
  await page.goto(`${server().url}/lapangan/`);
  await expect(page.getByText(`dari ${families.length - 1}`, { exact: true })).toBeVisible();
  await goOn(page);
  await expect(page.getByText('Keluarga ini tidak ada lagi di daftar Anda.')).toBeVisible();
  await expect(chosen(page, 'Hasil kunjungan', 'Ditemukan')).toBeChecked();
  await choose(page, `Di mana ${family.members[0]!.name} sekarang?`, 'Tinggal di sini');
  await expectGoodLooks(page, [360]);
  await fillMoved(page);
  await send(page);
  await expect(page.getByText('Semua kunjungan sudah diterima kantor.')).toBeVisible();
  expect(await conflictsOf(family)).toEqual(['foreign-family']);
});

test('a family that was visited with another app: the visit is deleted with its photos, once she has said so', async ({ page }) => {
  const family = families[1]!;
  await begin(page, family);
  await photograph(page, 'Foto rumah dari depan');
  await keptInDraft(page, family.id, '.jpg</house_front>');
  await reviewedVisit(server(), await Desk.of(server(), ani), office, family.number);
  await goOn(page);
  await expect(page.getByText('Kunjungan lain ke keluarga ini sudah selesai.')).toBeVisible();
  const remove = page.getByRole('button', { name: 'Hapus kunjungan ini' });
  page.once('dialog', (dialog) => void dialog.dismiss());
  await remove.click();
  await expect(remove).toBeVisible();
  const asked = page.waitForEvent('dialog');
  const removed = remove.click();
  const dialog = await asked;
  expect(dialog.message()).toContain(`${family.name} dari HP ini? Semua jawabannya dan 1 foto hilang`);
  await dialog.accept();
  await removed;
  await expect(page.getByRole('heading', { name: 'Masih di HP ini' })).toBeVisible();
  await expect(page.getByText('belum selesai')).toBeHidden();
  expect(await stored(page, 'draftOf', family.id)).toBeNull();
  expect(await stored(page, 'photosKept')).toBe(0);
});

test('a round that was closed: the visit is finished and sent, and the office decides', async ({ page }) => {
  const family = families[2]!;
  await begin(page, family);
  const round = await office.get<{ version: number }>('/api/v1/rounds/UJI-1');
  await office.put('/api/v1/rounds/UJI-1', { ...round, state: 'closed' }, `"${round.version}"`);
  await goOn(page);
  await expect(page.getByText('Putaran verval ini sudah ditutup.')).toBeVisible();
  await fillMoved(page);
  await send(page);
  await expect(page.getByText('Semua kunjungan sudah diterima kantor.')).toBeVisible();
  expect(await conflictsOf(family)).toEqual(['round-not-open']);
});
