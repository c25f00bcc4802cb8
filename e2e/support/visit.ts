import { expect, type Page } from './test.ts';

/** A family as the officer's list shows it. */
export interface ListedMember {
  readonly name: string;
}

export interface Photo {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Every answer of a family that was met and lives poorly. */
export async function fillVisit(page: Page, members: readonly ListedMember[], respondent: string): Promise<void> {
  await choose(page, 'Hasil kunjungan', 'Ditemukan');
  await expect(page.locator('body')).not.toContainText('ODK-OUTPUT');
  await write(page, 'Nama yang menjawab', respondent);
  await choose(page, 'Apakah keluarga setuju didata dan difoto rumahnya?', 'Setuju');
  for (const { name } of members) {
    await choose(page, `Di mana ${name} sekarang?`, 'Tinggal di sini');
    await choose(page, `Disabilitas ${name}`, 'Tidak ada');
    await choose(page, `Penyakit menahun ${name}`, 'Tidak ada');
    await choose(page, `Jaminan kesehatan (JKN) ${name}`, 'Ada, iuran dibayar pemerintah (PBI)');
    await chooseIfAsked(page, `Sekolah ${name}`, 'Tamat, tidak sekolah lagi');
    await chooseIfAsked(page, `Apakah ${name} hamil atau baru melahirkan?`, 'Tidak');
  }
  await choose(page, 'Pekerjaan utama kepala keluarga', 'Petani');
  await choose(page, 'Status dalam pekerjaan itu', 'Berusaha sendiri');
  await writeNumber(page, 'Pendapatan semua anggota dari bekerja, sebulan (Rp)', 600_000);
  await writeNumber(page, 'Pendapatan lain sebulan: kiriman, pensiun, bantuan (Rp)', 0);
  await writeNumber(page, 'Pengeluaran makanan sebulan (Rp)', 420_000);
  await writeNumber(page, 'Pengeluaran bukan makanan sebulan (Rp)', 120_000);
  await choose(page, 'Rumah ini milik siapa?', 'Milik sendiri');
  await writeNumber(page, 'Luas lantai (m²)', 24);
  await choose(page, 'Atap terluas dari bahan apa?', 'Genteng');
  await choose(page, 'Bagaimana mutu atap?', 'Bagus');
  await choose(page, 'Dinding terluas dari bahan apa?', 'Tembok');
  await choose(page, 'Bagaimana mutu dinding?', 'Bagus');
  await choose(page, 'Lantai terluas dari bahan apa?', 'Semen');
  await choose(page, 'Bagaimana mutu lantai?', 'Bagus');
  await choose(page, 'Tempat buang air besar', 'Tidak ada');
  await choose(page, 'Sumber air minum utama', 'Sumur terlindung');
  await choose(page, 'Sumber penerangan utama', 'Listrik PLN dengan meteran');
  await choose(page, 'Daya listrik terpasang', '900 watt atau kurang');
  await choose(page, 'Bahan bakar utama untuk memasak', 'Arang atau kayu');
  await tick(page, 'Harta yang dimiliki', 'Tidak punya satu pun');
  await tick(page, 'Bantuan yang pernah diterima', 'Tidak pernah');
  await tick(page, 'Kebutuhan yang disampaikan keluarga', 'Jamban');
  await choose(page, 'Apakah ada Kartu Keluarga (KK)?', 'Ada, ditunjukkan');
  await write(page, 'Nomor KK', '5108060101150001');
  await locate(page);
  await photograph(page, 'Foto rumah dari depan');
  await photograph(page, 'Foto bagian dalam rumah');
  await photograph(page, 'Foto Kartu Keluarga');
  await signOnScreen(page);
}

export async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Kirim', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Kiriman' })).toBeVisible();
}

function question(page: Page, label: string) {
  const exactly = new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
  return page.locator('.question-container').filter({ has: page.locator('.control-text label', { hasText: exactly }) });
}

export async function choose(page: Page, label: string, answer: string): Promise<void> {
  const radio = question(page, label).getByRole('radio', { name: answer, exact: true });
  await radio.check();
}

async function chooseIfAsked(page: Page, label: string, answer: string): Promise<void> {
  if ((await question(page, label).count()) > 0) await choose(page, label, answer);
}

async function tick(page: Page, label: string, answer: string): Promise<void> {
  await question(page, label).getByRole('checkbox', { name: answer, exact: true }).check();
}

export async function write(page: Page, label: string, answer: string): Promise<void> {
  await question(page, label).getByRole('textbox').fill(answer);
}

/** Typed as a person types it: the engine formats the number at every key. */
export async function writeNumber(page: Page, label: string, answer: number): Promise<void> {
  const field = question(page, label).getByRole('spinbutton');
  await field.click();
  await field.press('ControlOrMeta+a');
  await field.pressSequentially(String(answer));
  await field.press('Tab');
}

export function answerOf(page: Page, label: string) {
  return question(page, label).getByRole('spinbutton').or(question(page, label).getByRole('textbox'));
}

export function chosen(page: Page, label: string, answer: string) {
  return question(page, label).getByRole('radio', { name: answer, exact: true });
}

async function locate(page: Page): Promise<void> {
  const place = question(page, 'Lokasi rumah atau alamat yang didatangi');
  await place.getByRole('button', { name: 'Ambil lokasi' }).click();
  await page.getByRole('button', { name: 'Simpan lokasi' }).click();
}

export async function photograph(page: Page, label: string): Promise<void> {
  await question(page, label)
    .locator('input[type=file]')
    .setInputFiles(await drawnPhoto(page, label));
  await expect(photoOf(page, label)).toBeVisible();
}

/** The photo that a question shows. */
export function photoOf(page: Page, label: string) {
  return question(page, label).locator('.preview-captured-image img');
}

/** A picture as large as a phone takes it, different for every label. */
async function drawnPhoto(page: Page, label: string): Promise<Photo> {
  const base64 = await page.evaluate((text) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [3000, 2250];
    const pen = canvas.getContext('2d')!;
    pen.fillStyle = '#7fb2d6';
    pen.fillRect(0, 0, 3000, 2250);
    pen.fillStyle = '#8d5a3b';
    pen.fillRect(700, 900, 1600, 1000);
    pen.fillStyle = '#ffffff';
    pen.font = '120px sans-serif';
    pen.fillText(text, 200, 400);
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]!;
  }, label);
  return { name: `${label.replaceAll(' ', '-')}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') };
}

async function signOnScreen(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Tanda tangan di layar' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tanda tangan' });
  const box = (await dialog.getByRole('img').boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.6);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.3, { steps: 5 });
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height * 0.7, { steps: 5 });
  await page.mouse.up();
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await expect(dialog).toBeHidden();
}
