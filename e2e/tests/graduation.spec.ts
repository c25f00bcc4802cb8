import type { Browser } from '@playwright/test';
import { assignFamilies, type ListedFamily } from '../support/families.ts';
import { expectGoodLooks } from '../support/looks.ts';
import { openField, openOffice, type Person } from '../support/office.ts';
import { ani, budi, citra, Desk, wira } from '../support/people.ts';
import { readyOffice } from '../support/ready-office.ts';
import { reviewedVisit } from '../support/reviewed.ts';
import { expect, type Page, serverForThisFile, test } from '../support/test.ts';
import { drawnPhoto } from '../support/visit.ts';

const maya: Person = { username: 'maya', name: 'Maya Lestari', password: 'teratai-di-kolam-pura' };

/** One family walks the road by the buttons of everybody on it: from its village's meeting to help that arrived, and from there to zero. */
test.setTimeout(240_000);

const server = serverForThisFile('serve', { data: readyOffice });
const ROUND = '/api/v1/rounds/UJI-1';
const now = () => new Date().toISOString();
/** @param mark makes it another file */
const paper = (mark: string) => ({
  name: 'kertas.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    [
      '%PDF-1.4',
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj',
      'trailer<</Root 1 0 R>>',
      '%%EOF',
      `% ${mark}`,
    ].join('\n'),
  ),
});
let today: string;
let family: ListedFamily;

/** A window of another person, who is signed in already. */
async function windowOf(browser: Browser, desk: Desk): Promise<Page> {
  const context = await browser.newContext({ locale: 'id-ID', viewport: { width: 1440, height: 900 } });
  await desk.lend(context);
  return context.newPage();
}

/** The district's coordinator holds a meeting of the family's village, and it agrees. */
async function meet(page: Page, opens: string, agrees: string): Promise<void> {
  await page.goto(`${server().url}/musyawarah`);
  await page.getByRole('button', { name: opens, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Buka musyawarah' }).click();
  await page.getByRole('row').filter({ hasText: family.name }).getByRole('button', { name: agrees, exact: true }).click();
  await expect(page.getByText('1 dari 1 sudah diputuskan')).toBeVisible();
  await page.getByLabel('Tanggal').fill(today);
  await page.getByLabel('Tempat', { exact: true }).fill('Balai Desa');
  await page.getByLabel('Pimpinan musyawarah').fill('I Nyoman Contoh');
  await page.getByLabel('Notulis').fill('Komang Contoh');
  await page.getByLabel('Pendamping PKH').fill('Ani Contoh');
  for (const part of ['Pemerintah desa', 'BPD', 'Kelian banjar dinas']) {
    await page.getByRole('button', { name: new RegExp(`^${part}`) }).click();
    await page.getByLabel('Nama yang hadir').fill('Ketut Contoh');
    await page.getByLabel('Nama yang hadir').blur();
  }
  const close = page.getByRole('button', { name: 'Tutup musyawarah' });
  await expect(close).toBeEnabled();
  await expectGoodLooks(page);
  await close.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ya, tutup' }).click();
  await expect(page.getByText(`Ditutup ${budi.name}`)).toBeVisible();
  await page.context().close();
}

/** The regent's office locks the list. */
async function decree(page: Page): Promise<void> {
  await page.goto(`${server().url}/sk`);
  await page.getByLabel('Nomor SK').fill('401/123/2023');
  await page.getByLabel('Tanggal SK').fill(today);
  await page.getByLabel('Pindaian SK yang ditandatangani (PDF atau foto)').setInputFiles(paper('SK'));
  await page.getByLabel('Masih ada yang menahan. Mengapa ditetapkan sekarang?').fill('Desa lain menyusul.');
  await page.getByRole('button', { name: 'Tetapkan SK' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ya, tetapkan' }).click();
  await expect(page.getByText('Daftar yang berlaku:')).toBeVisible();
  await page.context().close();
}

/** A house repair is asked for the family, promised and delivered. */
async function help(page: Page, programme: string, photo: Buffer): Promise<void> {
  await page.goto(`${server().url}/keluarga/${family.id}`);
  await page.getByRole('button', { name: 'Rumah layak huni', exact: true }).click();
  await page.getByRole('button', { name: `Minta ke OPD: ${programme}` }).click();
  await expect(page.getByRole('region', { name: 'Kebutuhan dan program' })).toContainText('Menunggu jawaban');
  await page.getByRole('link', { name: 'Intervensi' }).click();
  const request = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: family.name }) });
  await request.getByRole('button', { name: /^Sanggupi/ }).click();
  await expect(request).toContainText('Disanggupi OPD');
  await request.getByRole('button', { name: /^Serahkan/ }).click();
  await request.getByLabel('Tanggal diserahkan').fill(today);
  await request.getByLabel('Nilai yang diserahkan').fill('20000000');
  await request.getByLabel('Foto penyerahan').setInputFiles({ name: 'rumah.jpg', mimeType: 'image/jpeg', buffer: photo });
  await request.getByRole('button', { name: 'Periksa dan catat' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ya, catat' }).click();
  await expect(request).toContainText('Diserahkan, belum dipastikan');
  await page.context().close();
}

/** Its officer says on the phone that it arrived. */
async function confirm(browser: Browser, programme: string, photo: Buffer): Promise<void> {
  const phone = await (await browser.newContext({ locale: 'id-ID', viewport: { width: 390, height: 844 } })).newPage();
  await openField(phone, server(), ani);
  await phone.getByRole('link', { name: 'Bantuan untuk dipastikan: 1' }).click();
  await phone.getByRole('button', { name: `Diterima: ${programme} untuk ${family.name}`, exact: true }).click();
  await phone.getByLabel('Foto, bila ada').setInputFiles({ name: 'rumah.jpg', mimeType: 'image/jpeg', buffer: photo });
  await phone.getByRole('button', { name: 'Simpan' }).click();
  await expect(phone.getByText('Tidak ada bantuan yang menunggu dipastikan.')).toBeVisible();
  await expect(phone.getByText('Di HP ini, belum terkirim')).toHaveCount(0);
  await phone.context().close();
}

test('a family is agreed on, decreed, helped, visited again, proposed, agreed by its village, and counted as helped', async ({
  page,
  browser,
  complaints,
}) => {
  complaints.push(/403.*\/graduations\//);
  [family] = (await assignFamilies(server(), 8)) as [ListedFamily];
  const [officer, regency] = [await Desk.of(server(), ani), await Desk.of(server(), citra)];
  await regency.makeUser(budi, { role: 'districtCoordinator', region: family.village.slice(0, 8) });
  await regency.makeUser(wira, { role: 'regentOffice', region: '51.08' });
  await regency.makeUser(maya, { role: 'regencyCoordinator', region: '51.08' });
  const reviewer = await Desk.of(server(), budi);
  ({ today } = await regency.get<{ today: string }>('/api/v1/app'));
  const photo = Buffer.from((await drawnPhoto(page, 'Rumah')).buffer);
  const { items: programmes } = await regency.post<{ items: { code: string; name: string }[] }>('/api/v1/programmes/start', {
    set: 'usual',
  });
  const repair = programmes.find(({ code }) => code === 'RTLH')!.name;
  const { items: villages } = await regency.get<{ items: { village: string; name: string }[] }>(`${ROUND}/deliberations`);
  await reviewedVisit(server(), officer, reviewer, family.number);
  const village = villages.find((one) => one.village === family.village)!.name;
  await meet(await windowOf(browser, reviewer), `Buka musyawarah ${village}`, 'Sepakat');
  await decree(await windowOf(browser, await Desk.of(server(), wira)));
  await help(await windowOf(browser, regency), repair, photo);
  await confirm(browser, repair, photo);

  await openOffice(page, server(), citra);
  await page.getByRole('link', { name: 'Graduasi' }).click();
  await expect(page.getByText('Belum ditetapkan. Tanpa aturan dan dasar hukumnya')).toBeVisible();
  await page.getByRole('button', { name: 'Ubah aturan' }).click();
  await page.getByLabel('Dasar hukum').fill('Perbup contoh 1/2023');
  await expectGoodLooks(page);
  await page.getByRole('button', { name: 'Tetapkan aturan' }).click();
  await expect(page.getByText(/sesudah 6 dan 12 bulan\. Dasar: Perbup contoh 1\/2023$/)).toBeVisible();

  const step = (name: string) => page.getByRole('group', { name: 'Yang ditunggu keluarga' }).getByRole('button', { name });
  const candidate = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: family.name }) });
  await expect(candidate).toContainText('Diterima 1 program');
  await candidate.getByRole('button', { name: 'Minta kunjungan ulang' }).click();
  await expect(candidate.getByLabel('Petugas')).toBeFocused();
  await candidate.getByLabel('Petugas').selectOption(ani.name);
  await candidate.getByLabel('Mengapa dikunjungi lagi').fill('Rumah sudah diperbaiki');
  await candidate.getByRole('button', { name: 'Minta', exact: true }).click();
  await expect(page.getByText(`${family.name}: tersimpan, sekarang di “Sedang dikunjungi”.`)).toBeVisible();
  await step('Sedang dikunjungi').click();
  await expect(candidate).toContainText(`Kunjungan ulang, diminta dari ${ani.name}: belum dikunjungi`);

  const better = {
    start: now(),
    end: now(),
    today,
    expenditure_food: '2500000',
    expenditure_other: '500000',
    expenditure_total: '3000000',
  };
  await reviewedVisit(server(), officer, reviewer, family.number, better, photo);
  await step('Usulkan').click();
  await expect(candidate).toContainText('Rp 1.000.000 per orang, garis Rp 400.000');
  await expectGoodLooks(page);
  await candidate.getByRole('button', { name: 'Usulkan graduasi' }).click();
  await expect(candidate).toHaveCount(0);

  await step('Kata desa').click();
  await candidate.getByRole('button', { name: 'Catat kata desa' }).click();
  await expectGoodLooks(page);
  await candidate.getByRole('button', { name: 'Batal' }).click();
  await expect(candidate.getByRole('link', { name: 'Bahas di musyawarah graduasi' })).toBeVisible();
  await meet(await windowOf(browser, reviewer), `Buka musyawarah graduasi ${village}`, 'Sepakat lulus');

  await step('Putuskan').click();
  await candidate.getByRole('button', { name: 'Luluskan', exact: false }).first().click();
  await candidate.getByLabel('Alasan').fill('Saya yang mengusulkan');
  await candidate.getByRole('button', { name: 'Luluskan', exact: true }).click();
  await expect(candidate.getByRole('alert')).toContainText(`Yang dapat memutuskan graduasi ini: ${maya.name}.`);
  await page.goto(`${server().url}/akun`);
  await page.getByRole('button', { name: 'Keluar' }).click();
  await expect(page).toHaveURL(/masuk/);
  await page.setViewportSize({ width: 1440, height: 900 });
  await openOffice(page, server(), maya);
  await page.getByRole('link', { name: 'Graduasi' }).click();
  await step('Putuskan').click();
  await expect(candidate).toContainText('Disepakati dalam musyawarah');
  await candidate.getByRole('button', { name: 'Luluskan', exact: false }).first().click();
  await candidate.getByLabel('Alasan').fill('Di atas garis dan disepakati desa');
  await candidate.getByRole('button', { name: 'Luluskan', exact: true }).click();
  await expect(candidate).toHaveCount(0);
  await step('Graduasi').click();
  await expect(candidate).toContainText('Di atas garis dan disepakati desa');

  await candidate.getByRole('link', { name: family.name, exact: true }).click();
  const road = page.getByRole('group', { name: 'Jalan keluarga ini' }).getByRole('listitem');
  await expect(road.filter({ hasText: 'Graduasi' })).toContainText('sudah');
  await expect(road.filter({ hasText: /berikutnya|sekarang/ })).toHaveCount(0);
  await page.goto(`${server().url}/menuju-nol`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Angka turun 0 karena diperiksa, dan 1 karena dibantu.');
  await page.getByRole('button', { name: '1, Graduasi, Putaran uji' }).click();
  await expect(page.getByRole('region', { name: 'Daftar keluarga' }).getByRole('heading', { level: 3 })).toHaveText([family.name]);
});
