import { keptByOffice, keptByPhone } from '../../support/arrived.ts';
import { giveFamiliesTo, type ListedFamily, uploadForm } from '../../support/families.ts';
import { openField, openOffice } from '../../support/office.ts';
import { ani, budi, citra, Desk } from '../../support/people.ts';
import { NO_SIGNAL, phone, readyForTheRoad, restart } from '../../support/phone.ts';
import { keptInDraft, stored } from '../../support/stored.ts';
import { expect, type Page, serverForThisFile, test } from '../../support/test.ts';
import { answerOf, chosen, drawnPhoto, photograph, question, send, writeNumber } from '../../support/visit.ts';
import { WELL_FORM } from '../../support/well-form.ts';

test.describe.configure({ mode: 'serial' });
test.use(phone);
test.setTimeout(120_000);

const server = serverForThisFile('serve');
const [OLD, NEW] = ['2026110101', '2026110102'];
/** Why each of the two wells is seen badly. */
const DARK = ['Di sini memang tidak ada cahaya', 'Tidak dapat memotret ulang'];
let visited: string;

test('a form of another campaign is filled without signal, and its visit shows in the office', async ({
  page: first,
  context,
  browser,
  complaints,
}) => {
  complaints.push(NO_SIGNAL);
  const families = await giveFamiliesTo(server(), 4, WELL_FORM);
  const family = families.find(({ members }) => members.length > 1)!;
  visited = family.id;
  await openField(first, server(), ani);
  await ready(first);
  await context.setOffline(true);
  const page = await restart(context, first, `${server().url}/lapangan/keluarga/${family.id}/kunjungan`, ani.password);

  await chosen(page, 'Hasil', 'Ditemukan').check();
  await expect(page.getByRole('radiogroup', { name: 'Siapa yang mengambil air?' }).getByRole('radio')).toHaveCount(family.members.length);
  await chosen(page, 'Siapa yang mengambil air?', family.members[1]!.name).check();
  await expect
    .poll(() =>
      question(page, 'Banjar sumber air')
        .locator('img')
        .evaluate((one: HTMLImageElement) => one.naturalWidth),
    )
    .toBe(8);
  await expect
    .poll(() =>
      question(page, 'Banjar sumber air')
        .locator('audio')
        .evaluate((one: HTMLAudioElement) => one.duration),
    )
    .toBe(0.25);
  await chosen(page, 'Banjar sumber air', 'Banjar Dinas Kaler').check();
  await answerOf(page, 'Nama sumber').fill('Mata air Kelakah');
  await writeNumber(page, 'Jarak (m)', 9_000);
  await chosen(page, 'Mengapa lokasi tidak dapat diambil?', 'Tidak ada sinyal GPS').check();
  await photograph(page, 'Foto sumber air');
  await page.getByRole('button', { name: 'Kirim', exact: true }).click();
  await expect(page.getByText('Jarak antara 1 dan 5000 meter.')).toBeVisible();
  await writeNumber(page, 'Jarak (m)', 900);
  await page.locator('.button-add-instance').click();
  await expect(answerOf(page, 'Nama sumber')).toHaveCount(2);
  await answerOf(page, 'Nama sumber').last().fill('Sumur Pak Kelian');
  await answerOf(page, 'Jarak (m)').last().click();
  await answerOf(page, 'Jarak (m)').last().pressSequentially('150');
  for (const [well, reason] of DARK.entries()) await photographDark(page, well, reason);
  const keeper = question(page, 'Tanda tangan penjaga Mata air Kelakah');
  await expect(keeper.getByRole('button', { name: 'Tanda tangan di layar' })).toBeVisible();
  await send(page);
  const [sent] = await stored(page, 'outbox');
  for (const reason of DARK) expect(sent!.instanceXml).toContain(reason);
  await context.setOffline(false);
  await page.goto(`${server().url}/lapangan/kirim`);
  await expect(page.getByText('Semua kunjungan sudah diterima kantor.')).toBeVisible();

  const desk = await Desk.of(server(), citra);
  expect(await keptByOffice(desk, sent!.instanceId)).toEqual(keptByPhone(sent!));
  await desk.makeUser(budi, { role: 'districtCoordinator', region: family.village.slice(0, 8) });
  const office = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'id-ID' });
  await openOffice(office, server(), budi);
  await office.goto(`${server().url}/tinjauan`);
  const visit = office.getByRole('article', { name: `Keluarga ${family.name}` });
  await expect(visit).toContainText('Mata air Kelakah');
  await expect(visit).toContainText('Sumur Pak Kelian');
  await expect(visit).toContainText('Banjar Dinas Kaler');
  await expect(visit).toContainText('Tidak ada: tidak ada sinyal GPS');
  await expect(visit).toContainText(family.members[1]!.name);
  await expect(visit).not.toContainText(family.members[1]!.memberId);
  await expect(visit.getByRole('button', { name: /^Perbesar: Foto sumber air/ })).toBeVisible();
  await office.close();
});

test('a visit that waits and one that is begun keep their version of the form when the round goes over to a newer one', async ({
  page,
  context,
  complaints,
}) => {
  complaints.push(NO_SIGNAL);
  const desk = await Desk.of(server(), citra);
  const work = await (await Desk.of(server(), ani)).get<{ families: ListedFamily[] }>('/api/v1/me/work');
  const [waits, begun, later] = work.families.filter(({ id }) => id !== visited) as [ListedFamily, ListedFamily, ListedFamily];
  const visitOf = (family: ListedFamily) => `${server().url}/lapangan/keluarga/${family.id}/kunjungan`;
  await openField(page, server(), ani);
  await ready(page);
  await context.setOffline(true);
  await page.goto(visitOf(waits));
  await fillWell(page, waits);
  await send(page);
  await page.goto(visitOf(begun));
  await chosen(page, 'Hasil', 'Ditemukan').check();
  await keptInDraft(page, begun.id, '<result>found</result>');

  const xml = WELL_FORM.xml.replace(OLD, NEW).replaceAll('Nama sumber', 'Nama mata air');
  await uploadForm(desk, { ...WELL_FORM, xml });
  await useForm(desk, NEW);
  await context.setOffline(false);
  await page.goto(`${server().url}/lapangan/kirim`);
  await expect(page.getByText('Semua kunjungan sudah diterima kantor.')).toBeVisible();
  await page.goto(visitOf(begun));
  await fillWell(page, begun);
  await send(page);
  await expect(page.getByText('Semua kunjungan sudah diterima kantor.')).toBeVisible();
  const sent = await stored(page, 'outbox');
  expect(sent.map(({ instanceXml }) => instanceXml.includes(`version="${OLD}"`))).toEqual([true, true]);
  for (const visit of sent) expect(await keptByOffice(desk, visit.instanceId)).toEqual(keptByPhone(visit));

  await page.goto(visitOf(later));
  await chosen(page, 'Hasil', 'Ditemukan').check();
  await expect(answerOf(page, 'Nama mata air')).toBeVisible();
});

async function ready(page: Page): Promise<void> {
  await readyForTheRoad(page);
  await expect.poll(() => stored(page, 'mediaKept')).toEqual(Object.keys(WELL_FORM.media).sort());
}

/** Takes the picture of a well in the dark and says why it is kept. */
async function photographDark(page: Page, well: number, reason: string): Promise<void> {
  await question(page, 'Foto sumber ini')
    .nth(well)
    .locator('input[type=file]')
    .setInputFiles(await drawnPhoto(page, `Sumber ${well}`, 0.1));
  const doubt = page.getByRole('dialog', { name: 'Foto ini terlalu gelap' });
  await doubt.getByRole('radio', { name: reason }).check();
  await doubt.getByRole('button', { name: 'Tetap pakai' }).click();
  await expect(doubt).toBeHidden();
}

async function fillWell(page: Page, family: ListedFamily): Promise<void> {
  await chosen(page, 'Hasil', 'Ditemukan').check();
  await chosen(page, 'Siapa yang mengambil air?', family.members[0]!.name).check();
  await chosen(page, 'Banjar sumber air', 'Banjar Dinas Kelod').check();
  await answerOf(page, 'Nama sumber').fill('Mata air Kelakah');
  await writeNumber(page, 'Jarak (m)', 900);
  await chosen(page, 'Mengapa lokasi tidak dapat diambil?', 'Tidak ada sinyal GPS').check();
  await photograph(page, 'Foto sumber air');
}

async function useForm(desk: Desk, formVersion: string): Promise<void> {
  const path = '/api/v1/rounds/UJI-1';
  const round = await desk.get<{ version: number }>(path);
  await desk.put(path, { ...round, formVersion }, `"${round.version}"`);
}
