import type { ListedFamily } from '../support/families.ts';
import { openField, openOffice, type Person, signUpAdministrator } from '../support/office.ts';
import { ani, budi, citra, Desk, dewa } from '../support/people.ts';
import { sampleRoster } from '../support/roster.ts';
import { expect, serverForThisFile, test } from '../support/test.ts';
import { answerOf, chosen, fillVisit, photoOf, questionInFocus, send, writeNumber } from '../support/visit.ts';

/** The road of one family from the roster file to an approved visit, walked as its people walk it. Each test goes on where the last one ended. */
test.describe.configure({ mode: 'serial' });

const server = serverForThisFile('serve');
const SAMPLE = { families: 45, seed: 1, dirty: 0.15 };
const ACCEPTED = 43;
const REJECTED = 2;
/** Another sample names some families by the same ids; these are not on it, and so many are new. */
const ANOTHER = { families: 20, seed: 2, dirty: 0 };
const LACKING = 25;
const NEW = 2;
const DISTRICT = '51.08.06';
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const reason = 'Pengeluaran makanan terlalu kecil untuk keluarga ini; tanyakan lagi.';

interface Work {
  readonly families: readonly ListedFamily[];
}
let family: ListedFamily;

test.beforeAll(async () => {
  await signUpAdministrator(server(), citra);
  const desk = await Desk.of(server(), citra);
  const { items: districts } = await desk.get<{ items: { code: string; name: string }[] }>('/api/v1/regions?level=district');
  await desk.makeUser(budi, { role: 'districtCoordinator', region: DISTRICT });
  for (const { code, name } of districts) {
    const officer: Person = code === DISTRICT ? ani : { ...ani, username: `petugas.${code.slice(-2)}`, name: `Petugas ${name}` };
    await desk.makeUser(officer, { role: 'officer', region: code });
  }
});

test.describe('The main road', () => {
  test('a round is made and opened', async ({ page }) => {
    await openOffice(page, server(), citra);
    await page.getByRole('link', { name: 'Buat putaran' }).click();
    await page.getByLabel('Kode').fill('UJI-1');
    await page.getByLabel('Nama', { exact: true }).fill('Putaran uji');
    await page.getByLabel('Keadaan').selectOption('Terbuka');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await expect(page.getByRole('region', { name: 'Putaran uji' })).toContainText('Terbuka');
  });

  test('a roster is checked, and nothing of it enters before a person commits the report', async ({ page }) => {
    await openOffice(page, server(), citra);
    await page.goto(`${server().url}/data`);
    await page.getByLabel('Pilih berkas').setInputFiles(await sampleRoster(SAMPLE));
    await page.getByLabel('Sumber').fill('P3KE 2022, rekaan');
    await page.getByLabel('Nomor BAST').fill('BAST/01/2026');
    await page.getByRole('button', { name: 'Periksa berkas' }).click();
    await expect(page.getByRole('heading', { name: `Sahkan ${ACCEPTED} keluarga ke Putaran uji?` })).toBeVisible();
    await expect(page.getByRole('heading', { name: new RegExp(`^${REJECTED} keluarga.* tidak masuk$`) })).toBeVisible();
    await page.goto(`${server().url}/keluarga`);
    await expect(page.getByRole('heading', { name: '0 keluarga' })).toBeVisible();
  });

  test('the report is committed, and the rejected rows can be downloaded', async ({ page }) => {
    await openOffice(page, server(), citra);
    await page.goto(`${server().url}/data`);
    await page.getByRole('link', { name: 'P3KE 2022, rekaan' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Unduh baris yang tidak masuk' }).click();
    await page.getByLabel('Untuk apa?').selectOption('Perbaikan data');
    await page.getByRole('link', { name: 'Unduh' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
    await expect(page.getByRole('button', { name: `Sahkan ${ACCEPTED} keluarga` })).toBeDisabled();
    await page.getByLabel(`Saya sudah melihat ${REJECTED} keluarga`).check();
    await page.getByRole('button', { name: `Sahkan ${ACCEPTED} keluarga` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ya, sahkan' }).click();
    await expect(page.getByRole('status').filter({ hasText: `${ACCEPTED} keluarga sudah disahkan.` })).toBeVisible();
  });

  test('the families are dealt out by a proposal that is looked at first', async ({ page }) => {
    await openOffice(page, server(), citra);
    await page.goto(`${server().url}/penugasan`);
    await expect(page.getByRole('heading', { name: `${ACCEPTED} keluarga belum ditugaskan` })).toBeVisible();
    await page.getByRole('button', { name: 'Buat usulan' }).click();
    await expect(page.getByRole('heading', { name: `Usulan: ${ACCEPTED} keluarga dibagi` })).toBeVisible();
    await page.getByRole('button', { name: `Terapkan untuk ${ACCEPTED} keluarga` }).click();
    await expect(page.getByRole('status').filter({ hasText: `${ACCEPTED} keluarga sudah ditugaskan.` })).toBeVisible();
    await expect(page.getByRole('row', { name: /Ani Wulandari/ })).toBeVisible();
  });

  test.describe('on the phone', () => {
    test.use({ ...phone, geolocation: { latitude: -8.112, longitude: 115.088, accuracy: 8 }, permissions: ['geolocation'] });

    test('the officer visits a family of hers, with photos, place and signature', async ({ page }) => {
      const work = await (await Desk.of(server(), ani)).get<Work>('/api/v1/me/work');
      family = work.families[0]!;
      await openField(page, server(), ani);
      await expect(page.getByText(`dari ${work.families.length}`, { exact: true })).toBeVisible();
      await page.getByLabel('Cari').fill(family.number);
      await page.getByRole('link', { name: /Mulai kunjungan/ }).click();
      await expect(page.getByRole('heading', { name: family.name, level: 1 })).toBeVisible();
      await page.getByRole('link', { name: 'Mulai kunjungan' }).click();
      await fillVisit(page, family.members, family.name);
      await send(page);
      await expect(page.getByText('Semua kunjungan sudah diterima kantor.')).toBeVisible();
      await page.getByRole('link', { name: 'Keluarga', exact: true }).click();
      await expect(page.getByText('Diterima kantor, menunggu tinjauan')).toBeVisible();
    });
  });

  test('the home page counts one family visited and one waiting', async ({ page }) => {
    await openOffice(page, server(), budi);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/^1 dari \d+ keluarga sudah diverval/);
    await expect(page.getByRole('heading', { name: 'Hasil 1 keluarga' })).toBeVisible();
    await page
      .getByRole('link', { name: /Tinjau/ })
      .last()
      .click();
    await expect(page.getByRole('heading', { name: '1 kunjungan menunggu' })).toBeVisible();
  });

  test('the coordinator sees answers, photos and place, and sends the visit back with a reason', async ({ page }) => {
    await openOffice(page, server(), budi);
    await page.goto(`${server().url}/tinjauan`);
    const visit = page.getByRole('article', { name: `Keluarga ${family.name}` });
    await expect(visit).toContainText('Ani Wulandari');
    await expect(visit.getByRole('button', { name: /^Perbesar: Rumah tampak depan/ })).toBeVisible();
    await expect(visit).toContainText('Rp 540.000');
    await visit.getByRole('button', { name: /^Perbesar: Rumah tampak depan/ }).click();
    const large = page.getByRole('dialog').getByRole('img');
    await expect.poll(() => large.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1600);
    await page.keyboard.press('Escape');
    await page.keyboard.press('k');
    await page.getByRole('checkbox', { name: /^Foto ulang: .*Kartu Keluarga/ }).check();
    await page.getByLabel('Pesan untuk Ani Wulandari').fill(reason);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('status').filter({ hasText: `${family.name}: dikembalikan.` })).toBeVisible();
  });

  test.describe('on the phone again', () => {
    test.use({
      ...phone,
      locale: 'en-US',
      geolocation: { latitude: -8.112, longitude: 115.088, accuracy: 8 },
      permissions: ['geolocation'],
    });

    test('the officer is led to what is to be mended and corrects one answer; the others are still there', async ({ page }) => {
      await openField(page, server(), ani);
      await page.getByLabel('Cari').fill(family.number);
      await page.getByRole('link', { name: /Perbaiki kunjungan/ }).click();
      await expect(page.getByRole('region', { name: 'Perlu Anda perbaiki' })).toContainText(reason);
      await page.getByRole('link', { name: 'Perbaiki kunjungan' }).click();
      await expect(page.getByRole('main').getByText(`Perlu Anda perbaiki: ${reason}`)).toBeVisible();
      const marked = page.getByRole('group', { name: 'Foto Kartu Keluarga', description: 'Koordinator meminta ini diperbaiki' });
      await expect(marked.getByText('Koordinator meminta ini diperbaiki')).toBeInViewport();
      await expect.poll(() => questionInFocus(page)).toBe('Foto Kartu Keluarga');
      for (const photo of ['Foto rumah dari depan', 'Foto bagian dalam rumah']) await expect(photoOf(page, photo)).toBeVisible();
      await expect(marked.getByText('Koordinator meminta ini diperbaiki')).toBeInViewport();
      await page.getByRole('button', { name: 'Satu per satu' }).click();
      await page.reload();
      await expect(marked.getByText('Koordinator meminta ini diperbaiki')).toBeVisible();
      await expect.poll(() => questionInFocus(page)).toBe('Foto Kartu Keluarga');
      await page.getByRole('button', { name: 'Satu halaman' }).click();
      await expect(answerOf(page, 'Pengeluaran makanan sebulan (Rp)')).toHaveValue('420.000');
      await expect(answerOf(page, 'Nama yang menjawab')).toHaveValue(family.name);
      await expect(chosen(page, 'Tempat buang air besar', 'Tidak ada')).toBeChecked();
      await expect(page.getByAltText('ODK').filter({ visible: true })).toHaveCount(0);
      await writeNumber(page, 'Pengeluaran makanan sebulan (Rp)', 520_000);
      await send(page);
      await expect(page.getByText('Semua kunjungan sudah diterima kantor.')).toBeVisible();
    });
  });

  test('the coordinator approves the corrected visit by keyboard', async ({ page }) => {
    await openOffice(page, server(), budi);
    await page.goto(`${server().url}/tinjauan`);
    const visit = page.getByRole('article', { name: `Keluarga ${family.name}` });
    await expect(visit).toContainText('Rp 640.000');
    await expect(visit.getByRole('note')).toContainText(`Diperbaiki setelah Anda kembalikan: ${reason}`);
    await page.keyboard.press('s');
    await expect(page.getByRole('button', { name: 'Setujui kunjungan' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: `${family.name}: disetujui.` })).toBeVisible();
  });

  test('the home page counts it as approved, and the case page tells its whole road', async ({ page }) => {
    await openOffice(page, server(), citra);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`1 dari ${ACCEPTED} keluarga sudah diverval`);
    await expect(page.getByText('1 sudah disetujui, 0 menunggu tinjauan, 0 dikembalikan.')).toBeVisible();
    await page.getByRole('button', { name: 'Petugas', exact: true }).click();
    const row = page.getByRole('row', { name: /Ani Wulandari/ });
    await expect(row.getByRole('cell').nth(5)).toHaveText('1');
    await page.keyboard.press('/');
    await page.getByLabel('Nama, alamat, nomor keluarga, nomor bukti, atau NIK').fill(family.number);
    await page
      .getByRole('dialog')
      .getByRole('link', { name: new RegExp(family.name) })
      .click();
    await expect(page.getByRole('heading', { name: `Keluarga ${family.name}` })).toBeVisible();
    await expect(page.getByRole('heading', { name: '2 kunjungan' })).toBeVisible();
    const timeline = page.getByRole('region', { name: 'Riwayat', exact: true });
    await expect(timeline).toContainText('Budi Artana');
    await expect(timeline).toContainText(reason);
    await expect(timeline).toContainText('Ani Wulandari');
  });

  test('the usual programmes are taken, and a rule is tried on the family before it is kept', async ({ page, complaints }) => {
    complaints.push(/422.*\/api\/v1\/programme-trials/);
    await openOffice(page, server(), citra);
    await page.goto(`${server().url}/program`);
    await page.getByRole('button', { name: 'Mulai dengan 18 program yang lazim' }).click();
    await page.getByRole('link', { name: 'Jamban sehat keluarga' }).click();
    await page.getByRole('button', { name: 'Ubah program' }).click();
    const formula = page.getByRole('group', { name: 'Syarat 1' }).getByLabel('Rumus');
    await formula.fill('house.toilet == "tidak ada"');
    await page.getByRole('button', { name: 'Coba pada keluarga yang ada' }).click();
    await expect(formula).toHaveAccessibleDescription(/Huruf ke-17: “tidak ada” bukan pilihan dari house.toilet/);
    await formula.fill('house.toilet == "none"');
    await page.getByRole('button', { name: 'Coba pada keluarga yang ada' }).click();
    await expect(page.getByRole('status', { name: 'Hasil percobaan' })).toContainText('Cocok untuk 1 dari 1 keluarga');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await expect(page.getByText('Versi 2, sejak')).toBeVisible();
  });

  test('what the family lacks is proposed by its answers and said by its coordinator', async ({ page }) => {
    await openOffice(page, server(), budi);
    await page.goto(`${server().url}/keluarga/${family.id}`);
    const needs = page.getByRole('region', { name: 'Kebutuhan dan program' });
    const row = page.getByRole('button', { name: 'Jamban', exact: true });
    const toilet = needs.getByRole('rowgroup').filter({ has: row });
    await row.click();
    await expect(toilet).toContainText('Jamban: Tidak ada');
    await expect(toilet).toContainText('Jamban sehat keluarga');
    await expect(toilet).toContainText('Cocok');
    await toilet.getByRole('button', { name: 'Jamban: Pastikan' }).click();
    await expect(toilet).toContainText('Dipastikan Budi Artana');
    await toilet.getByRole('button', { name: 'Minta ke OPD: Jamban sehat keluarga' }).click();
    await expect(toilet).toContainText('Menunggu jawaban');
  });

  test('the agency sees what is asked of it and nothing else, and plans it', async ({ page }) => {
    const desk = await Desk.of(server(), citra);
    await desk.makeUser(dewa, { role: 'agency', region: '51.08' });
    await openOffice(page, server(), citra);
    await page.goto(`${server().url}/program`);
    await page.locator('.agency summary').filter({ hasText: 'Dinas Kesehatan' }).click();
    const health = page.getByRole('group', { name: 'Dinas Kesehatan', exact: true });
    await health.getByLabel(dewa.name).check();
    await page.getByRole('button', { name: 'Simpan akun Dinas Kesehatan' }).click();
    await expect(page.getByRole('button', { name: 'Simpan akun Dinas Kesehatan' })).toBeHidden();
    await page.context().clearCookies();
    await openOffice(page, server(), dewa);
    await page.goto(`${server().url}/intervensi`);
    const asked = page.getByRole('main').getByRole('listitem').filter({ hasText: family.name });
    await asked.getByRole('button', { name: /^Sanggupi: Jamban sehat keluarga/ }).click();
    await asked.getByRole('button', { name: /^Rencanakan: / }).click();
    const year = new Date().getFullYear() + 1;
    await asked.getByLabel('Tanggal penyerahan').fill(`${year}-03-20`);
    await asked.getByRole('button', { name: 'Catat' }).click();
    await expect(asked).toContainText('Direncanakan');
    await expect(asked).toContainText(`20 Maret ${year}`);
    await page.goto(`${server().url}/keluarga/${family.id}`);
    await expect(page.getByRole('heading', { name: 'Halaman ini bukan bagian peran Anda' })).toBeVisible();
  });

  test('another list over the whole round tells first whom it lacks, and their cases stay', async ({ page }) => {
    await openOffice(page, server(), citra);
    await page.goto(`${server().url}/data`);
    await page.getByLabel('Pilih berkas').setInputFiles(await sampleRoster(ANOTHER));
    await page.getByLabel('Sumber').fill('Daftar lain, rekaan');
    await page.getByLabel('Cakupan daftar').selectOption('full');
    await page.getByRole('button', { name: 'Periksa berkas' }).click();
    const box = page.getByRole('complementary', { name: 'Sahkan 20 keluarga ke Putaran uji?' });
    await expect(box).toContainText(`${LACKING} keluarga dari rilis sebelumnya tidak ada di daftar ini.`);
    await expect(box.getByRole('button', { name: 'Sahkan 20 keluarga' })).toBeDisabled();
    await box.getByLabel(`Saya sudah melihat ${LACKING} keluarga yang hilang dari daftar.`).check();
    await box.getByRole('button', { name: 'Sahkan 20 keluarga' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ya, sahkan' }).click();
    await expect(page.getByRole('status').filter({ hasText: '20 keluarga sudah disahkan.' })).toBeVisible();
    await page.goto(`${server().url}/keluarga`);
    await expect(page.getByRole('heading', { name: `${ACCEPTED + NEW} keluarga` })).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: 'tidak ada lagi di daftar' })).toHaveCount(LACKING);
  });
});
