import { giveFamiliesTo, type ListedFamily } from '../support/families.ts';
import { expectGoodLooks } from '../support/looks.ts';
import { openOffice } from '../support/office.ts';
import { ani, budi, citra, Desk, wira } from '../support/people.ts';
import { NO_SIGNAL } from '../support/phone.ts';
import { Road } from '../support/road.ts';
import { expect, type Page, serverForThisFile, test } from '../support/test.ts';
import { reviewedVisit } from '../support/reviewed.ts';

/** A village's meeting held on one laptop: an afternoon without a network, somebody else's decision meanwhile, and the way back. */
test.describe.configure({ mode: 'serial' });
test.setTimeout(240_000);

const server = serverForThisFile('serve');
let families: readonly ListedFamily[];

interface Meeting {
  readonly id: string;
  readonly agenda: readonly {
    readonly subjectId: string;
    readonly name: string;
    readonly decision: { readonly outcome: string; readonly reason: string; readonly held: string | null; readonly by: string } | null;
  }[];
}

/** The day on which everything happens. */
let today = '';

test.beforeAll(async () => {
  const all = await giveFamiliesTo(server(), 320);
  families = all
    .map(({ village }) => all.filter((family) => family.village === village))
    .find((neighbours) => neighbours.length >= 3)!
    .slice(0, 3);
  expect(families).toHaveLength(3);
  const [officer, reviewer] = [await Desk.of(server(), ani), await Desk.of(server(), citra)];
  const [wronglyListed, ...poor] = families;
  await reviewedVisit(server(), officer, reviewer, wronglyListed!.number, { expenditure_food: '9000000', expenditure_total: '9200000' });
  for (const family of poor) await reviewedVisit(server(), officer, reviewer, family.number);
  await reviewer.makeUser(budi, { role: 'districtCoordinator', region: families[0]!.village.slice(0, 8) });
  ({ today } = await reviewer.get<{ today: string }>('/api/v1/app'));
});

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

test('a meeting is opened, goes on without a network, is sent when there is one, and what somebody else decided first stands', async ({
  page,
  context,
  complaints,
}) => {
  complaints.push(NO_SIGNAL);
  const [first, second, third] = families.map((family) => family.name) as [string, string, string];
  const road = await Road.to(server());
  const office = { ...server(), url: road.url };
  await openOffice(page, office, budi);
  await page.getByRole('link', { name: 'Musyawarah desa' }).click();
  await expect(page.getByText(/0 dari \d+ desa sudah menutup musyawarahnya/)).toBeVisible();
  const desk = await Desk.of(server(), budi);
  const { items: villages } = await desk.get<{ items: { village: string; name: string }[] }>('/api/v1/rounds/UJI-1/deliberations');
  const village = villages.find((one) => one.village === families[0]!.village)!;
  await page.getByRole('button', { name: `Buka musyawarah ${village.name}`, exact: true }).click();
  await expectGoodLooks(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Buka musyawarah' }).click();
  await expect(page.getByText('siap dipakai tanpa jaringan')).toBeVisible();
  await expectGoodLooks(page);
  const id = page.url().split('/').at(-1)!;

  road.cut();
  await page.reload();
  await expect(page.getByText('0 dari 3 sudah diputuskan')).toBeVisible();
  await row(page, first).getByRole('button', { name: 'Sepakat' }).click();
  await expect(page.getByText('Tanpa jaringan: 1 perubahan tersimpan di laptop ini, belum terkirim')).toBeVisible();
  await row(page, second).getByRole('button', { name: 'Keberatan' }).click();
  await page.getByLabel('Alasan keberatan').fill('Motor milik kakaknya, rumah menumpang');
  await page.getByLabel('Kelayakan menurut musyawarah').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Simpan putusan' }).click();
  await row(page, third).getByRole('button', { name: 'Sepakat' }).click();
  await page.getByLabel('Pimpinan musyawarah').fill('I Nyoman Contoh');
  await page.getByLabel('Pimpinan musyawarah').blur();
  await expect(page.getByText('Tanpa jaringan: 4 perubahan')).toBeVisible();
  await page.goto(`${road.url}/musyawarah`);
  const kept = page.getByRole('region', { name: 'Musyawarah yang tersimpan di laptop ini' });
  await expect(kept).toContainText('4 perubahan belum terkirim');
  await page.goto(`${road.url}/akun`);
  await page.getByRole('button', { name: 'Keluar' }).click();
  await expect(page.getByRole('dialog')).toContainText('4 perubahan belum terkirim');
  await expectGoodLooks(page);
  await page.getByRole('button', { name: 'Tetap di sini' }).click();
  await page.close();

  const reopened = await context.newPage();
  await reopened.goto(`${road.url}/musyawarah/${id}`);
  await expect(reopened.getByText('3 dari 3 sudah diputuskan')).toBeVisible();
  await expect(reopened.getByLabel('Pimpinan musyawarah')).toHaveValue('I Nyoman Contoh');
  await expect(reopened.getByRole('button', { name: 'Tutup musyawarah' })).toBeDisabled();

  const regency = await Desk.of(server(), citra);
  const before = await regency.get<Meeting>(`/api/v1/meetings/${id}`);
  expect(before.agenda.every((item) => item.decision === null)).toBe(true);
  await regency.post(`/api/v1/meetings/${id}/decisions`, {
    decisions: [
      {
        id: crypto.randomUUID(),
        subjectId: before.agenda.find((item) => item.name === third)!.subjectId,
        outcome: 'disputed',
        reason: 'Sudah punya kios',
        decidedAt: new Date().toISOString(),
      },
    ],
  });

  road.open();
  await reopened.getByRole('button', { name: 'Kirim sekarang' }).click();
  await expect(reopened.getByText('Tersimpan di server')).toBeVisible();
  await expect(reopened.getByRole('alert')).toContainText('1 putusan Anda tidak berlaku; tidak ada yang ditimpa');
  await expect(reopened.getByRole('alert')).toContainText(`${third}: putusan Anda “Sepakat”.`);
  await reopened.getByRole('button', { name: 'Saya mengerti' }).click();
  await expect(reopened.getByRole('alert')).toHaveCount(0);
  const after = await regency.get<Meeting>(`/api/v1/meetings/${id}`);
  const decision = (name: string) => after.agenda.find((item) => item.name === name)!.decision!;
  expect(decision(first)).toMatchObject({ outcome: 'agreed', by: budi.name });
  expect(decision(second)).toMatchObject({ outcome: 'disputed', reason: 'Motor milik kakaknya, rumah menumpang' });
  expect(decision(second).held).not.toBeNull();
  expect(decision(third)).toMatchObject({ outcome: 'disputed', by: citra.name });

  await road.close();
});

test('the hall’s screen follows the recorder, and the meeting closes after one more question', async ({ page, context }) => {
  await openOffice(page, server(), budi);
  await page.goto(`${server().url}/musyawarah`);
  await page.getByRole('button', { name: /^Konsep/ }).click();
  await expectGoodLooks(page);
  await page
    .getByRole('row', { name: /Konsep/ })
    .getByRole('link')
    .click();
  const wall = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Tampilkan di layar balai' }).click();
  const hall = await wall;
  await expect(hall.getByRole('heading', { level: 1 })).toContainText('Musyawarah');
  await page.bringToFront();
  await page.keyboard.press('ArrowDown');
  await expect(hall.getByRole('heading', { level: 2 })).toHaveText(
    await page.locator('tr.here th').evaluate((cell) => cell.firstChild!.textContent!.trim()),
  );
  await expectGoodLooks(hall, [1440, 1024]);
  await expect(hall.locator('main')).not.toContainText(/\d{16}/);
  await hall.close();

  await page.getByLabel('Tanggal').fill(today);
  await page.getByLabel('Tempat', { exact: true }).fill('Balai Desa');
  await page.getByLabel('Notulis').fill('Komang Contoh');
  await page.getByLabel('Pendamping PKH').fill('Ani Contoh');
  for (const part of ['Pemerintah desa', 'BPD', 'Kelian banjar dinas']) {
    await page.getByRole('button', { name: new RegExp(`^${part}`) }).click();
    await page.getByLabel('Nama yang hadir').fill('Ketut Contoh');
    await page.getByLabel('Nama yang hadir').blur();
  }
  await page.getByRole('button', { name: 'Catat keluarga baru' }).click();
  await page.getByLabel('Nama kepala keluarga').fill(families[0]!.name);
  await page.getByRole('button', { name: 'Tambahkan' }).click();
  await expect(page.getByRole('region', { name: 'Keluarga baru yang disebut musyawarah' })).toContainText(
    new RegExp(`Mungkin sudah terdaftar:.*\\(${families[0]!.number}\\)`),
  );
  await expectGoodLooks(page);
  await page.getByRole('button', { name: 'Hapus' }).click();
  await page.getByRole('button', { name: 'Tutup musyawarah' }).click();
  await expectGoodLooks(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Ya, tutup' }).click();
  await expect(page.getByText(`Ditutup ${budi.name}`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Buka kembali' })).toHaveCount(0);
});

test('the minutes come back signed, anybody can check them, and the regent’s office locks the decree', async ({ page, browser }) => {
  const desk = await Desk.of(server(), budi);
  const { items: villages } = await desk.get<{ items: { meetingId: string | null; state: string }[] }>(
    '/api/v1/rounds/UJI-1/deliberations',
  );
  const meeting = villages.find((one) => one.state === 'closed')!.meetingId!;
  const minutes = await desk.bytes(`/api/v1/meetings/${meeting}/minutes.pdf?purpose=audit`);
  const paper = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });
  const signed = Buffer.concat([minutes, Buffer.from('% signed\n')]);

  await openOffice(page, server(), budi);
  await page.goto(`${server().url}/musyawarah/${meeting}`);
  await expect(page.getByText('Menunggu tanda tangan')).toBeVisible();
  await page.getByLabel('Pindaian atau foto yang sudah ditandatangani').setInputFiles(paper('berita-acara.pdf', signed));
  await page.getByRole('button', { name: 'Simpan sebagai bukti' }).click();
  await expect(page.getByText('Sudah bertanda tangan')).toBeVisible();
  await expectGoodLooks(page);
  const check = await page.getByRole('link', { name: 'Halaman pemeriksaan' }).getAttribute('href');

  const anybody = await (await browser.newContext({ locale: 'id-ID' })).newPage();
  await anybody.goto(server().url + check!);
  await expect(anybody.getByText(/^Berita Acara Musyawarah/)).toBeVisible();
  for (const [file, verdict] of [
    [paper('asli.pdf', minutes), 'asli.pdf sama persis dengan berita acara yang tersimpan.'],
    [paper('tangan.pdf', signed), 'tangan.pdf sama persis dengan salinan bertanda tangan yang tersimpan.'],
    [paper('lain.pdf', Buffer.from('%PDF-1.7 lain')), 'lain.pdf tidak sama dengan berita acara mana pun yang tersimpan.'],
  ] as const) {
    await anybody.locator('#berkas').setInputFiles(file);
    await expect(anybody.getByText(verdict)).toBeVisible();
  }
  await expect(anybody.getByRole('main')).not.toContainText(families[0]!.name);
  await expectGoodLooks(anybody);
  await anybody.context().close();

  await (await Desk.of(server(), citra)).makeUser(wira, { role: 'regentOffice', region: '51.08' });
  const regent = await (await browser.newContext({ locale: 'id-ID' })).newPage();
  await openOffice(regent, server(), wira);
  await regent.getByRole('link', { name: 'SK Bupati' }).click();
  await expect(regent.getByText(/^Konsep SK: \d+ keluarga/)).toBeVisible();
  await expectGoodLooks(regent);
  const printed = regent.waitForEvent('download');
  await regent.getByRole('link', { name: 'Unduh konsep lampiran (PDF)' }).click();
  expect((await printed).suggestedFilename()).toBe('konsep-sk-UJI-1.pdf');
  await regent.getByLabel('Nomor SK').fill('401/123/2023');
  await regent.getByLabel('Tanggal SK').fill(today);
  await regent
    .getByLabel('Pindaian SK yang ditandatangani (PDF atau foto)')
    .setInputFiles(paper('sk.pdf', Buffer.concat([minutes, Buffer.from('% SK\n')])));
  await regent.getByLabel('Masih ada yang menahan. Mengapa ditetapkan sekarang?').fill('Desa lain menyusul lewat perubahan.');
  await regent.getByRole('button', { name: 'Tetapkan SK' }).click();
  await regent.getByRole('dialog').getByRole('button', { name: 'Ya, tetapkan' }).click();
  await expect(regent.getByText('Daftar yang berlaku:')).toBeVisible();
  await expect(regent.getByText('Ditetapkan walau ada yang menahan: Desa lain menyusul lewat perubahan.')).toBeVisible();
  await expectGoodLooks(regent);
  const annex = await (await Desk.of(server(), citra)).bytes('/api/v1/rounds/UJI-1/decree/1/annex.pdf?purpose=audit');
  expect(annex.subarray(0, 5).toString()).toBe('%PDF-');
  await regent.context().close();
});

test('the zero page tells that the wrongly listed family has left, why, and by whom', async ({ page }) => {
  const gone = families[0]!.name;
  await openOffice(page, server(), citra);
  await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Menuju nol' }).click();
  const headline = page.getByRole('heading', { level: 1 });
  await expect(headline).toHaveText(
    /^keluarga belum nol: 1 miskin ekstrem, 317 belum selesai diperiksa\. Angka turun 2 karena diperiksa, dan 0/,
  );
  await expectGoodLooks(page);

  await page.getByRole('button', { name: '1, Mampu, Putaran uji' }).click();
  const list = page.getByRole('region', { name: 'Daftar keluarga' });
  const family = list.getByRole('listitem').filter({ hasText: gone });
  await expect(list.getByRole('heading', { level: 3 })).toHaveText([gone]);
  await expect(family.getByRole('listitem')).toHaveText([
    `Temuan petugas ${ani.name}: Mampu`,
    `Ditetapkan peninjau ${citra.name}: Mampu`,
    new RegExp(`^Musyawarah sepakat, .* \\(dicatat ${budi.name}\\)$`),
  ]);
  await page.getByRole('button', { name: 'Tutup daftar' }).click();
  await expect(page.getByText('Dalam SK, menunggu bantuan')).toBeVisible();

  const district = families[0]!.village.slice(0, 8);
  const { items } = await (
    await Desk.of(server(), citra)
  ).get<{ items: { code: string; name: string }[] }>('/api/v1/regions?level=district');
  await page.getByRole('button', { name: items.find((one) => one.code === district)!.name, exact: true }).click();
  await expect(page.getByRole('cell', { name: 'Belum: keluarga belum nol', exact: true })).toBeVisible();
  await page.getByLabel('Dibandingkan dengan').fill('2020-01-01');
  await expect(page.getByRole('table', { name: 'Yang berpindah di antara dua tanggal' })).toContainText('Belum terdaftar');
  await page.getByRole('button', { name: 'Jiwa' }).click();
  await expect(headline).toContainText('jiwa belum nol');
  await expectGoodLooks(page);
});
