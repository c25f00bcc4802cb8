import { keptByOffice, keptByPhone } from '../../support/arrived.ts';
import { assignFamilies, type ListedFamily } from '../../support/families.ts';
import { openField } from '../../support/office.ts';
import { ani, Desk } from '../../support/people.ts';
import { kill, NO_SIGNAL, openAgain, phone, readyForTheRoad, restart } from '../../support/phone.ts';
import { readyOffice } from '../../support/ready-office.ts';
import { answersKept, countAnswers, keptInDraft, placeKept, stored } from '../../support/stored.ts';
import { expect, serverForThisFile, test } from '../../support/test.ts';
import {
  answerOf,
  answersOf,
  choose,
  chosen,
  fillVisit,
  numbersOn,
  photograph,
  photoOf,
  questionInFocus,
  send,
  write,
} from '../../support/visit.ts';

/** A day without signal: what was brought along must do, and what was done must arrive. */
test.describe.configure({ mode: 'serial' });
test.use(phone);
test.setTimeout(180_000);

const server = serverForThisFile('serve', { data: readyOffice });
let families: readonly ListedFamily[];

test.beforeAll(async () => {
  families = await assignFamilies(server(), 6);
});

test('starts, lists, fills, photographs, saves and queues without signal, and sends it all once there is signal', async ({
  page: first,
  context,
  complaints,
}) => {
  complaints.push(NO_SIGNAL);
  const family = families[0]!;
  await openField(first, server(), ani);
  await readyForTheRoad(first);
  await context.setOffline(true);

  const page = await restart(context, first, `${server().url}/lapangan/`, ani.password);
  await expect(page.getByText(`dari ${families.length}`, { exact: true })).toBeVisible();
  await page.goto(`${server().url}/lapangan/keluarga/${family.id}`);
  await page.getByRole('link', { name: 'Mulai kunjungan' }).click();
  await fillVisit(page, family.members, family.name);
  await send(page);
  await expect(page.getByText('Menunggu sinyal').first()).toBeVisible();
  await page.getByRole('link', { name: 'Keluarga', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '1 kunjungan aman di HP ini' })).toBeVisible();

  await context.setOffline(false);
  await page.getByRole('link', { name: /^Kirim/ }).click();
  await expect(page.getByText('Semua kunjungan sudah diterima kantor.')).toBeVisible();
  const desk = await Desk.of(server(), ani);
  const { items } = await desk.get<{ items: { complete: boolean; attachments: unknown[] }[] }>('/api/v1/visits');
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ complete: true });
  expect(items[0]!.attachments).toHaveLength(4);
});

test('the page of the first sign-in opens a form without signal too, when the browser has thrown away what it fetched', async ({
  page,
  context,
  complaints,
}) => {
  complaints.push(NO_SIGNAL);
  await openField(page, server(), ani);
  await readyForTheRoad(page);
  await context.setOffline(true);
  await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
  await page
    .getByRole('link', { name: new RegExp(families[2]!.name) })
    .first()
    .click();
  await page.getByRole('link', { name: 'Mulai kunjungan' }).click();
  await expect(chosen(page, 'Hasil kunjungan', 'Ditemukan')).toBeVisible();
});

test('a visit that is broken off goes on at the same question, with its photos', async ({ page: first, context, complaints }) => {
  complaints.push(NO_SIGNAL);
  const family = families[1]!;
  const visit = `${server().url}/lapangan/keluarga/${family.id}/kunjungan`;
  await openField(first, server(), ani);
  await readyForTheRoad(first);
  await context.setOffline(true);
  await first.goto(visit);
  await choose(first, 'Hasil kunjungan', 'Ditemukan');
  await choose(first, 'Tempat buang air besar', 'Tidak ada');
  await photograph(first, 'Foto rumah dari depan');
  await write(first, 'Nama yang menjawab', family.name);
  await keptInDraft(first, family.id, `>${family.name}</respondent>`, '.jpg</house_front>');

  const page = await restart(context, first, visit, ani.password);
  await expect(answerOf(page, 'Nama yang menjawab')).toHaveValue(family.name);
  await expect(answerOf(page, 'Nama yang menjawab')).toBeFocused();
  await expect(chosen(page, 'Tempat buang air besar', 'Tidak ada')).toBeChecked();
  await expect(photoOf(page, 'Foto rumah dari depan')).toBeVisible();
  await page.getByRole('button', { name: 'Tutup kunjungan' }).click();
  await expect(page.getByText('Sudah dimulai, belum selesai')).toBeVisible();
});

test('keeps every answer as it is given: killed at every tenth of more than 45, the visit goes on where it was', async ({
  page: first,
  context,
  complaints,
}) => {
  complaints.push(NO_SIGNAL);
  const family = families.slice(2).find(({ members }) => members.length >= 3)!;
  const visit = `${server().url}/lapangan/keluarga/${family.id}/kunjungan`;
  await openField(first, server(), ani);
  await readyForTheRoad(first);
  await context.setOffline(true);
  await first.goto(visit);

  let page = first;
  let kept = 0;
  const total = answersOf(page, family.members, family.name).length;
  expect(total).toBeGreaterThanOrEqual(45);
  for (let given = 1; given <= total; given += 1) {
    await answersOf(page, family.members, family.name)[given - 1]!();
    await expect.poll(() => answersKept(page, family.id)).toBeGreaterThan(kept);
    kept = await answersKept(page, family.id);
    if (given % 10 > 0) continue;
    // A number may have been saved at its first digit.
    await keptInDraft(page, family.id, ...(await numbersOn(page)).map((number) => `>${number}</`));
    const place = await placeKept(page, family.id);
    await kill(context, page);
    page = await openAgain(context, visit, ani.password);
    await expect.poll(() => questionInFocus(page)).toBe(place);
    expect(await answersKept(page, family.id)).toBe(kept);
  }

  await send(page);
  await context.setOffline(false);
  const [sent] = await stored(page, 'outbox');
  await expect.poll(async () => (await stored(page, 'outbox'))[0]?.state).toBe('received');
  const desk = await Desk.of(server(), ani);
  expect(await keptByOffice(desk, sent!.instanceId)).toEqual(keptByPhone(sent!));
  expect(countAnswers(sent!.instanceXml)).toBeGreaterThanOrEqual(total);
  for (const photo of ['house_front', 'inside', 'kk_card', 'signature']) expect(sent!.instanceXml).toMatch(new RegExp(`<${photo}>[^<]+</`));
});
