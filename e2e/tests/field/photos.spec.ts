import { withExif } from '../../support/exif.ts';
import { assignFamilies, type ListedFamily } from '../../support/families.ts';
import { expectGoodLooks } from '../../support/looks.ts';
import { openField } from '../../support/office.ts';
import { ani, citra, Desk } from '../../support/people.ts';
import { phone, readyForTheRoad } from '../../support/phone.ts';
import { readyOffice } from '../../support/ready-office.ts';
import { expect, type Page, serverForThisFile, test } from '../../support/test.ts';
import { drawnPhoto, fillVisit, photoOf, question, send } from '../../support/visit.ts';

/** Photos that prove something: taken in a frame, told to be poor at once, with the time and the place that the camera noted. */
test.describe.configure({ mode: 'serial' });
test.use({
  ...phone,
  permissions: ['geolocation', 'camera'],
  launchOptions: async ({ launchOptions }, use) => {
    const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
    await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...camera] });
  },
});
test.setTimeout(180_000);

const server = serverForThisFile('serve', { data: readyOffice });
let families: readonly ListedFamily[];

test.beforeAll(async () => {
  families = await assignFamilies(server(), 6);
});

interface Shown {
  readonly photos: readonly {
    readonly kind: string;
    readonly takenAt: string | null;
    readonly fault: string | null;
    readonly reason: string | null;
    readonly url: string;
  }[];
  readonly flags: readonly { readonly code: string }[];
}

async function openFilled(page: Page, family: ListedFamily): Promise<void> {
  await openField(page, server(), ani);
  await readyForTheRoad(page);
  await page.goto(`${server().url}/lapangan/keluarga/${family.id}/kunjungan`);
  await fillVisit(page, family.members, family.name);
}

async function chooseFile(page: Page, label: string, light: number): Promise<void> {
  const photo = await drawnPhoto(page, `${label} ${light}`, light);
  await question(page, label)
    .locator('input[type=file]')
    .setInputFiles({ ...photo, buffer: withExif(photo.buffer) });
}

/** What an iPhone's picture begins with; no Chromium draws the rest. */
const HEIC = Buffer.from('0000001c6674797068656963000000006d696631686569636d696166', 'hex');

test('a photo that nobody can open is kept out; a poor one is told at once, kept with a reason that the reviewer reads, and what the camera noted is not shown', async ({
  page,
}) => {
  const family = families[0]!;
  await openFilled(page, family);

  await question(page, 'Foto rumah dari depan').getByRole('button', { name: 'Ambil foto' }).click();
  const camera = page.getByRole('dialog', { name: /Foto rumah dari depan/ });
  await expect(camera.getByRole('status')).toContainText('Seluruh rumah di dalam bingkai');
  await expectGoodLooks(page, [360]);
  await page.setViewportSize(phone.viewport);
  const before = await photoOf(page, 'Foto rumah dari depan').getAttribute('src');
  await camera.getByRole('button', { name: 'Ambil foto' }).click();
  await expect(camera).toBeHidden();
  await expect(photoOf(page, 'Foto rumah dari depan')).not.toHaveAttribute('src', before!);

  const unreadable = page.getByRole('dialog', { name: 'Foto ini tidak dapat dibuka' });
  const inside = question(page, 'Foto bagian dalam rumah');
  await inside.locator('input[type=file]').setInputFiles({ name: 'IMG_1.heic', mimeType: 'image/heic', buffer: HEIC });
  await expect(unreadable).toContainText('pilih foto JPG');
  await expectGoodLooks(page, [360]);
  await page.setViewportSize(phone.viewport);
  await unreadable.getByRole('button', { name: 'Foto ulang' }).click();
  await expect(unreadable).toBeHidden();
  for (const buffer of [Buffer.from('bukan foto'), (await drawnPhoto(page, 'terpotong')).buffer.subarray(0, 3_000)]) {
    await inside.locator('input[type=file]').setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer });
    await unreadable.getByRole('button', { name: 'Foto ulang' }).click();
    await expect(unreadable).toBeHidden();
  }

  const doubt = page.getByRole('dialog', { name: 'Foto ini terlalu gelap' });
  await chooseFile(page, 'Foto bagian dalam rumah', 0.1);
  await expect(doubt.getByRole('button', { name: 'Tetap pakai' })).toBeDisabled();
  await expectGoodLooks(page, [360]);
  await page.setViewportSize(phone.viewport);
  await doubt.getByRole('button', { name: 'Foto ulang' }).click();
  await expect(doubt).toBeHidden();
  await chooseFile(page, 'Foto bagian dalam rumah', 0.1);
  await doubt.getByRole('radio', { name: 'Di sini memang tidak ada cahaya' }).check();
  await doubt.getByRole('button', { name: 'Tetap pakai' }).click();
  await expect(doubt).toBeHidden();
  await chooseFile(page, 'Foto Kartu Keluarga', 1);
  await send(page);
  await expect(page.getByText('Semua kunjungan sudah diterima kantor.')).toBeVisible();

  const desk = await Desk.of(server(), citra);
  const { items } = await desk.get<{ items: { id: string }[] }>('/api/v1/visits');
  const visit = await desk.get<Shown>(`/api/v1/visits/${items[0]!.id}`);
  const photo = (kind: string) => visit.photos.find((one) => one.kind === kind);
  expect(photo('inside')).toMatchObject({ fault: 'dark', reason: 'Di sini memang tidak ada cahaya', takenAt: '2023-02-03T02:15:00Z' });
  expect(photo('kkCard')).toMatchObject({ fault: null, takenAt: '2023-02-03T02:15:00Z' });
  expect(visit.flags.map((flag) => flag.code)).toEqual(expect.arrayContaining(['photos-poor', 'photos-other-day']));
});

test('where the phone lets the app have no camera, its own one opens', async ({ page, context }) => {
  await context.grantPermissions(['geolocation']);
  await openFilled(page, families[1]!);
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no camera', 'NotFoundError'));
  });
  const chooser = page.waitForEvent('filechooser');
  await question(page, 'Foto rumah dari depan').getByRole('button', { name: 'Ambil foto' }).click();
  await chooser;
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
