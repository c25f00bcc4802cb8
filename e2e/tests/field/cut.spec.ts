import { keptByOffice, keptByPhone } from '../../support/arrived.ts';
import { assignFamilies, type ListedFamily } from '../../support/families.ts';
import { openField } from '../../support/office.ts';
import { ani, Desk } from '../../support/people.ts';
import { NO_SIGNAL, openAgain, phone, readyForTheRoad } from '../../support/phone.ts';
import type { FinishedVisit } from '../../support/phone-store.ts';
import { readyOffice } from '../../support/ready-office.ts';
import { Road } from '../../support/road.ts';
import { type Server, startServer } from '../../support/server.ts';
import { stored } from '../../support/stored.ts';
import { expect, type Page, test } from '../../support/test.ts';
import { choose, chosen, fillVisit, send } from '../../support/visit.ts';

/** What is on its way while the office dies, the signal goes and the app changes. Each test works on a phone of its own. */
test.describe.configure({ mode: 'serial' });
test.use(phone);
test.setTimeout(480_000);

const VISITS = 30;
const PHOTOS = ['house_front', 'inside', 'kk_card', 'signature'] as const;
let server: Server;
let road: Road;
let families: readonly ListedFamily[];
let filled: { readonly family: ListedFamily; readonly instanceId: string; readonly instanceXml: string };

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startServer('serve', { data: readyOffice });
  road = await Road.to(server);
  families = await assignFamilies(server, VISITS + 8);
});
test.afterAll(async () => {
  await road.close();
  await server.stop();
});

/** The visit that was filled by hand, as it would be at another family. */
function visitTo(family: ListedFamily): FinishedVisit {
  const instanceId = `uuid:${crypto.randomUUID()}`;
  const members = [...family.members];
  const instanceXml = filled.instanceXml
    .replaceAll(filled.family.number, family.number)
    .replaceAll(filled.family.name, family.name)
    .replaceAll(filled.instanceId, instanceId)
    .replace(/<member_id>[^<]*<\/member_id>/g, () => `<member_id>${members.shift()?.memberId ?? ''}</member_id>`);
  const photos = PHOTOS.map((photo) => new RegExp(`<${photo}>([^<]+)</`).exec(instanceXml)![1]!);
  return { familyId: family.id, familyName: family.name, instanceId, instanceXml, photos };
}

async function received(page: Page): Promise<number> {
  return (await stored(page, 'outbox')).filter(({ state }) => state === 'received').length;
}

/** The app sends what waits whenever it is opened. */
async function openOutbox(page: Page): Promise<void> {
  await page.goto(`${road.url}/lapangan/kirim`);
  await expect(page.getByRole('heading', { name: 'Masih di HP ini' })).toBeVisible();
}

async function sendsUntil(page: Page, count: number): Promise<void> {
  await openOutbox(page);
  await expect.poll(() => received(page), { timeout: 150_000, intervals: [250] }).toBeGreaterThanOrEqual(count);
}

test('thirty visits with photos arrive once and whole, though the signal drops and the office is killed', async ({
  page,
  context,
  complaints,
}) => {
  complaints.push(NO_SIGNAL);
  await openField(page, road, ani);
  await readyForTheRoad(page);
  road.cut();
  const family = families[0]!;
  await page.goto(`${road.url}/lapangan/keluarga/${family.id}/kunjungan`);
  await fillVisit(page, family.members, family.name);
  await send(page);
  const [byHand] = await stored(page, 'outbox');
  filled = { family, instanceId: byHand!.instanceId, instanceXml: byHand!.instanceXml };
  await stored(page, 'finish', families.slice(1, VISITS).map(visitTo));

  road.open();
  await sendsUntil(page, 4);
  road.cut();
  await expect.poll(async () => (await stored(page, 'outbox')).some(({ state }) => state === 'sending')).toBe(false);
  road.open();
  road.breakWithin('/submissions', 20_000);
  await sendsUntil(page, 10);
  await server.kill();
  await expect.poll(async () => (await stored(page, 'outbox')).some(({ state }) => state === 'sending')).toBe(false);
  const beforeTheCut = await received(page);
  expect(beforeTheCut).toBeLessThan(VISITS);
  server = await startServer('serve', { data: server.data });
  road.leadTo(server);
  await sendsUntil(page, 18);
  await context.setOffline(true);
  await expect.poll(async () => (await stored(page, 'outbox')).some(({ state }) => state === 'sending')).toBe(false);
  await context.setOffline(false);
  await sendsUntil(page, VISITS);
  await expect(page.getByText('Semua kunjungan sudah diterima kantor.')).toBeVisible();

  const desk = await Desk.of(server, ani);
  const { items } = await desk.get<{ items: { instanceId: string; complete: boolean }[] }>('/api/v1/visits?limit=100');
  const phoneHas = await stored(page, 'outbox');
  expect(items.map(({ instanceId }) => instanceId).sort()).toEqual(phoneHas.map(({ instanceId }) => instanceId).sort());
  for (const visit of phoneHas) {
    expect(visit.files).toHaveLength(PHOTOS.length);
    expect(await keptByOffice(desk, visit.instanceId)).toEqual(keptByPhone(visit));
  }
});

test('a new version of the app waits for the open visit and finds every unsent one', async ({ page, context, complaints }) => {
  complaints.push(NO_SIGNAL);
  const unsent = families.slice(VISITS + 1, VISITS + 4);
  const open = families[VISITS + 4]!;
  await openField(page, road, ani);
  await readyForTheRoad(page);
  road.cut(/^\/api/);
  await stored(page, 'finish', unsent.map(visitTo));
  await page.goto(`${road.url}/lapangan/keluarga/${open.id}/kunjungan`);
  await choose(page, 'Hasil kunjungan', 'Ditemukan');

  road.change('/lapangan/index.html', (text) => text.replace('</head>', '<meta name="uji" content="baru" /></head>'));
  road.change('/lapangan/sw.js', (text) => text.replace(/"[0-9a-f]{32}"(?=,"url":"index\.html")/, '"baru"'));
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  const second = await context.newPage();
  await openOutbox(second);
  await second.getByText(/pemberitahuan lain/).click();
  const offer = second.getByRole('region', { name: 'Versi baru' });
  await offer.getByRole('button', { name: 'Pasang' }).click();
  await expect(offer).toContainText('Kunjungan masih terbuka di jendela lain');
  await page.getByRole('button', { name: 'Tutup kunjungan' }).click();
  await expect(page.getByText('Sudah dimulai, belum selesai')).toBeVisible();
  await offer.getByRole('button', { name: 'Pasang' }).click();
  await expect(second.locator('meta[name=uji]')).toBeAttached();
  for (const { name } of [...unsent, open]) await expect(second.getByText(name)).toBeVisible();

  road.open();
  await sendsUntil(second, unsent.length);
  const desk = await Desk.of(server, ani);
  for (const visit of await stored(second, 'outbox')) expect(await keptByOffice(desk, visit.instanceId)).toEqual(keptByPhone(visit));
});

test('a visit that is open in one window opens in another as soon as it is closed there', async ({ page, context }) => {
  await openField(page, road, ani);
  await readyForTheRoad(page);
  const visit = `${road.url}/lapangan/keluarga/${families[VISITS + 6]!.id}/kunjungan`;
  await page.goto(visit);
  await choose(page, 'Hasil kunjungan', 'Ditemukan');
  await expect(page.getByText('Tersimpan otomatis di HP ini')).toBeVisible();
  const second = await openAgain(context, visit, ani.password);
  await expect(second.getByRole('alert')).toContainText('sedang terbuka di jendela lain');
  await page.close();
  await expect(chosen(second, 'Hasil kunjungan', 'Ditemukan')).toBeChecked();
});

test('two windows send one visit once', async ({ page, context, complaints }) => {
  complaints.push(NO_SIGNAL);
  await openField(page, road, ani);
  await readyForTheRoad(page);
  road.cut(/^\/api/);
  await stored(page, 'finish', [visitTo(families[VISITS + 5]!)]);
  const second = await context.newPage();
  await Promise.all([openOutbox(page), openOutbox(second)]);
  await expect(page.getByText(families[VISITS + 5]!.name)).toBeVisible();
  await expect(second.getByText(families[VISITS + 5]!.name)).toBeVisible();
  const before = road.passed('/submissions');
  road.open();
  // A reload would cut what one of them has begun to send meanwhile, and rightly have it sent again.
  await Promise.all([page, second].map((window) => window.evaluate(() => dispatchEvent(new Event('online')))));
  for (const window of [page, second]) await expect(window.getByText('Semua kunjungan sudah diterima kantor.')).toBeVisible();
  expect(road.passed('/submissions') - before).toBe(1 + PHOTOS.length);
});
