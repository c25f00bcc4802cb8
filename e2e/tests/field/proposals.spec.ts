import { assignFamilies, type ListedFamily } from '../../support/families.ts';
import { expectGoodLooks } from '../../support/looks.ts';
import { openField, openOffice } from '../../support/office.ts';
import { ani, budi, citra, Desk, eka } from '../../support/people.ts';
import { NO_SIGNAL, phone, readyForTheRoad } from '../../support/phone.ts';
import { readyOffice } from '../../support/ready-office.ts';
import { stored } from '../../support/stored.ts';
import { expect, type Page, serverForThisFile, test } from '../../support/test.ts';
import { addMember, answerOf, fillVisit, send } from '../../support/visit.ts';

/** A family that no list names, from the house next door to the list of the officer who met it. */
test.use(phone);
test.setTimeout(180_000);

const server = serverForThisFile('serve', { data: readyOffice });
let families: readonly ListedFamily[];

test.beforeAll(async () => {
  families = await assignFamilies(server(), 4);
  await (await Desk.of(server(), citra)).makeUser(budi, { role: 'districtCoordinator', region: '51.08' });
});

test('a family met next door is proposed without signal, accepted in the office, and stands in the list, where its visit can be corrected', async ({
  page,
  context,
  browser,
  complaints,
}) => {
  complaints.push(NO_SIGNAL);
  const neighbour = families[0]!;
  const name = `${neighbour.name} Alit`;
  await openField(page, server(), ani);
  await readyForTheRoad(page);
  await context.setOffline(true);
  await page.getByRole('link', { name: 'Usulkan keluarga yang belum terdaftar' }).click();
  await expectGoodLooks(page, [360]);
  await page.getByRole('link', { name: 'Usulkan keluarga', exact: true }).click();
  await expectGoodLooks(page, [360]);
  await page.getByLabel('Nama kepala keluarga').fill(name);
  await expect.poll(() => stored(page, 'typedName')).toBe(name);
  await page.reload();
  await expect(page.getByLabel('Nama kepala keluarga')).toHaveValue(name);
  await page.getByLabel('Desa').selectOption(neighbour.village);
  await page.getByLabel('Banjar dinas atau dusun').fill('Banjar Dinas Kelod');
  await page.getByLabel('Alamat atau patokan').fill('Utara Pura Contoh');
  await page.getByRole('button', { name: 'Lanjut ke formulir' }).click();
  await fillVisit(page, [], name);
  await addMember(page, { name, age: 61, sex: 'male' });
  await send(page);
  await expect(page.getByText('Menunggu sinyal').first()).toBeVisible();
  await page.goto(`${server().url}/lapangan/usulan`);
  await expect(row(page, name)).toContainText('Di HP ini, belum terkirim');

  await context.setOffline(false);
  await page.goto(`${server().url}/lapangan/kirim`);
  await expect(page.getByText('Semua kunjungan sudah diterima kantor.')).toBeVisible();
  await page.getByText(name, { exact: true }).last().click();
  await expect(page.getByText('Nomor bukti')).toBeVisible();
  await page.goto(`${server().url}/lapangan/usulan`);
  await expect(row(page, name)).toHaveCount(1);
  await expect(row(page, name)).toContainText('Menunggu keputusan Korcam');

  const office = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await openOffice(office, server(), budi);
  await office.getByRole('link', { name: 'Usulan keluarga' }).click();
  const proposed = office.getByRole('listitem').filter({ has: office.getByRole('heading', { name, exact: true }) });
  await expect(proposed.getByRole('link', { name: `${neighbour.name}, ${neighbour.number}` })).toBeVisible();
  await expect(proposed).toContainText('nama mirip');
  await expectGoodLooks(office);
  await proposed.getByRole('button', { name: 'Terima ke putaran' }).click();
  await expect(office.getByText('Tidak ada usulan yang menunggu.')).toBeVisible();
  await office.getByRole('button', { name: 'Diterima', exact: true }).click();
  await expect(proposed.getByRole('link', { name: /^Buka kasus/ })).toBeVisible();
  await office.close();

  await page.goto(`${server().url}/lapangan/`);
  await expect(page.getByText(`dari ${families.length + 1}`, { exact: true })).toBeVisible();
  await expect(page.getByText(name, { exact: true })).toBeVisible();
  await giveBack(name, 'Foto rumah kurang jelas');
  const [accepted] = await casesNamed(name);
  await page.goto(`${server().url}/lapangan/keluarga/${accepted!.id}`);
  await expect(page.getByText('Foto rumah kurang jelas')).toBeVisible();
  await page.getByRole('link', { name: 'Perbaiki kunjungan' }).click();
  await expect(answerOf(page, 'Nama lengkap anggota baru')).toHaveValue(name);
  await expect(page.getByText('Banjar Dinas Kelod').first()).toBeVisible();
  await send(page);
  await expect(page.getByText('Semua kunjungan sudah diterima kantor.')).toBeVisible();
  await expect.poll(async () => (await casesNamed(name)).map((one) => one.state)).toEqual(['visited']);
  await page.goto(`${server().url}/lapangan/usulan`);
  await expect(row(page, name)).toContainText('Diterima, nomor kasus');
});

test('an officer without a family of his own proposes one; who declines it says why, and the officer reads it', async ({
  page,
  browser,
}) => {
  const name = 'Ni Nyoman Sudah Pindah';
  await (await Desk.of(server(), citra)).makeUser(eka, { role: 'officer', region: '51.08' });
  await openField(page, server(), eka);
  await page.getByRole('link', { name: 'Usulkan keluarga yang belum terdaftar' }).click();
  await page.getByRole('link', { name: 'Usulkan keluarga', exact: true }).click();
  await page.getByLabel('Nama kepala keluarga').fill(name);
  await page.getByLabel('Desa').selectOption(families[0]!.village);
  await page.getByLabel('Banjar dinas atau dusun').fill('Banjar Dinas Kaja');
  await page.getByLabel('Alamat atau patokan').fill('Utara Pura Contoh');
  await page.getByRole('button', { name: 'Lanjut ke formulir' }).click();
  await fillVisit(page, [], name);
  await addMember(page, { name, age: 61, sex: 'male' });
  await send(page);
  await expect(page.getByText('Semua kunjungan sudah diterima kantor.')).toBeVisible();

  const office = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await openOffice(office, server(), budi);
  await office.goto(`${server().url}/usulan`);
  await office.getByRole('button', { name: 'Tolak', exact: true }).click();
  await office.getByLabel('Alasan, dibaca petugas di HP-nya').fill('Sudah pindah ke Denpasar');
  await office.getByRole('button', { name: 'Tolak usulan ini' }).click();
  await expect(office.getByText('Tidak ada usulan yang menunggu.')).toBeVisible();
  await office.close();

  await page.goto(`${server().url}/lapangan/usulan`);
  await expect(row(page, name)).toContainText('Ditolak: Sudah pindah ke Denpasar');
});

function row(page: Page, name: string) {
  return page.getByRole('listitem').filter({ hasText: name });
}

async function casesNamed(name: string): Promise<{ id: string; name: string; state: string }[]> {
  const { items } = await (
    await Desk.of(server(), citra)
  ).get<{ items: { id: string; name: string; state: string }[] }>(`/api/v1/cases?q=${encodeURIComponent(name)}`);
  return items.filter((one) => one.name === name);
}

async function giveBack(name: string, reason: string): Promise<void> {
  const desk = await Desk.of(server(), budi);
  const { items } = await desk.get<{ items: { visitId: string; name: string; version: number }[] }>('/api/v1/nominations');
  const { visitId, version } = items.find((one) => one.name === name)!;
  await desk.post(`/api/v1/visits/${visitId}/decision`, { decision: 'return', reason }, `"${version}"`);
}
