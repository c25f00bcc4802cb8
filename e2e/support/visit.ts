import { expect, type Page } from './test.ts';

/** A family as the officer's list shows it. */
export interface ListedMember {
  readonly name: string;
  readonly age: number | null;
  readonly sex: string | null;
}

export interface Photo {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Every answer of a family that was met and lives poorly. */
export async function fillVisit(page: Page, members: readonly ListedMember[], respondent: string): Promise<void> {
  for (const answer of answersOf(page, members, respondent)) await answer();
  await expect(page.locator('body')).not.toContainText('ODK-OUTPUT');
}

/** The same, answer by answer. */
export function answersOf(page: Page, members: readonly ListedMember[], respondent: string): readonly (() => Promise<void>)[] {
  return [
    () => choose(page, 'Hasil kunjungan', 'Ditemukan'),
    () => write(page, 'Nama yang menjawab', respondent),
    () => choose(page, 'Apakah keluarga setuju didata dan difoto rumahnya?', 'Setuju'),
    ...members.flatMap(({ name, age, sex }) => [
      () => choose(page, `Di mana ${name} sekarang?`, 'Tinggal di sini'),
      () => choose(page, `Disabilitas ${name}`, 'Tidak ada'),
      () => choose(page, `Penyakit menahun ${name}`, 'Tidak ada'),
      () => choose(page, `Jaminan kesehatan (JKN) ${name}`, 'Ada, iuran dibayar pemerintah (PBI)'),
      ...(isWithin(age, 5, 24) ? [() => choose(page, `Sekolah ${name}`, 'Tamat, tidak sekolah lagi')] : []),
      ...(sex === 'female' && isWithin(age, 10, 54) ? [() => choose(page, `Apakah ${name} hamil atau baru melahirkan?`, 'Tidak')] : []),
    ]),
    () => choose(page, 'Pekerjaan utama kepala keluarga', 'Petani'),
    () => choose(page, 'Status dalam pekerjaan itu', 'Berusaha sendiri'),
    () => writeNumber(page, 'Pendapatan semua anggota dari bekerja, sebulan (Rp)', 600_000),
    () => writeNumber(page, 'Pendapatan lain sebulan: kiriman, pensiun, bantuan (Rp)', 0),
    () => writeNumber(page, 'Pengeluaran makanan sebulan (Rp)', 420_000),
    () => writeNumber(page, 'Pengeluaran bukan makanan sebulan (Rp)', 120_000),
    () => choose(page, 'Rumah ini milik siapa?', 'Milik sendiri'),
    () => writeNumber(page, 'Luas lantai (m²)', 24),
    () => choose(page, 'Atap terluas dari bahan apa?', 'Genteng'),
    () => choose(page, 'Bagaimana mutu atap?', 'Bagus'),
    () => choose(page, 'Dinding terluas dari bahan apa?', 'Tembok'),
    () => choose(page, 'Bagaimana mutu dinding?', 'Bagus'),
    () => choose(page, 'Lantai terluas dari bahan apa?', 'Semen'),
    () => choose(page, 'Bagaimana mutu lantai?', 'Bagus'),
    () => choose(page, 'Tempat buang air besar', 'Tidak ada'),
    () => choose(page, 'Sumber air minum utama', 'Sumur terlindung'),
    () => choose(page, 'Sumber penerangan utama', 'Listrik PLN dengan meteran'),
    () => choose(page, 'Daya listrik terpasang', '900 watt atau kurang'),
    () => choose(page, 'Bahan bakar utama untuk memasak', 'Arang atau kayu'),
    () => tick(page, 'Harta yang dimiliki', 'Tidak punya satu pun'),
    () => tick(page, 'Bantuan yang pernah diterima', 'Tidak pernah'),
    () => tick(page, 'Kebutuhan yang disampaikan keluarga', 'Jamban'),
    () => choose(page, 'Apakah ada Kartu Keluarga (KK)?', 'Ada, ditunjukkan'),
    () => write(page, 'Nomor KK', '5108060101150001'),
    () => locate(page),
    () => photograph(page, 'Foto rumah dari depan'),
    () => photograph(page, 'Foto bagian dalam rumah'),
    () => photograph(page, 'Foto Kartu Keluarga'),
    () => signOnScreen(page),
  ];
}

/** One person who lives here and is on no list. */
export async function addMember(page: Page, { name, age, sex }: ListedMember): Promise<void> {
  await writeNumber(page, 'Berapa orang tinggal di sini tetapi belum ada dalam daftar?', 1);
  await write(page, 'Nama lengkap anggota baru', name);
  await choose(page, 'Hubungan dengan kepala keluarga', 'Kepala keluarga');
  await choose(page, 'Jenis kelamin', sex === 'female' ? 'Perempuan' : 'Laki-laki');
  await writeNumber(page, 'Umur (tahun)', age ?? 0);
  await choose(page, `Disabilitas ${name}`, 'Tidak ada');
  await choose(page, `Penyakit menahun ${name}`, 'Tidak ada');
  await choose(page, `Jaminan kesehatan (JKN) ${name}`, 'Ada, iuran dibayar pemerintah (PBI)');
}

/** The few answers of a family that has moved away. */
export async function fillMoved(page: Page): Promise<void> {
  await choose(page, 'Hasil kunjungan', 'Pindah sekeluarga');
  await choose(page, 'Siapa yang memberi keterangan?', 'Tetangga');
  await choose(page, 'Pindah ke mana?', 'Desa yang sama');
  await write(page, 'Penjelasan', 'Rumah kosong; tetangga melihat mereka pergi.');
  await locate(page);
  await photograph(page, 'Foto alamat yang didatangi atau surat keterangan desa');
}

export async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Kirim', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Kiriman' })).toBeVisible();
}

export function question(page: Page, label: string) {
  const exactly = new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
  return page.locator('.question-container').filter({ has: page.locator('.control-text label', { hasText: exactly }) });
}

export async function choose(page: Page, label: string, answer: string): Promise<void> {
  const radio = question(page, label).getByRole('radio', { name: answer, exact: true });
  await radio.check();
}

/** Who has no age is asked too. */
function isWithin(age: number | null, from: number, to: number): boolean {
  return age === null || (age >= from && age <= to);
}

async function tick(page: Page, label: string, answer: string): Promise<void> {
  await question(page, label).getByRole('checkbox', { name: answer, exact: true }).check();
}

export async function write(page: Page, label: string, answer: string): Promise<void> {
  await question(page, label).getByRole('textbox').fill(answer);
}

/** Typed as a person types it, who sees whether it stands there before going on: the engine formats the number at every key. */
export async function writeNumber(page: Page, label: string, answer: number): Promise<void> {
  const field = question(page, label).getByRole('spinbutton');
  await expect(async () => {
    await field.click();
    await field.press('ControlOrMeta+a');
    await field.pressSequentially(String(answer));
    expect((await field.inputValue()).replaceAll(/\D/g, '')).toBe(String(answer));
  }).toPass();
  await field.press('Tab');
}

/** The numbers that stand on the page, without their points. */
export function numbersOn(page: Page): Promise<readonly string[]> {
  return page
    .getByRole('spinbutton')
    .evaluateAll((fields) => (fields as HTMLInputElement[]).map(({ value }) => value.replaceAll(/\D/g, '')).filter(Boolean));
}

export function answerOf(page: Page, label: string) {
  return question(page, label).getByRole('spinbutton').or(question(page, label).getByRole('textbox'));
}

export function chosen(page: Page, label: string, answer: string) {
  return question(page, label).getByRole('radio', { name: answer, exact: true });
}

/** The words of the question that has the keyboard. */
export function questionInFocus(page: Page): Promise<string | undefined> {
  return page.evaluate(() =>
    document.activeElement?.closest('.question-container')?.querySelector('.control-text label')?.textContent?.trim(),
  );
}

async function locate(page: Page): Promise<void> {
  const place = question(page, 'Lokasi rumah atau alamat yang didatangi');
  await place.getByRole('button', { name: 'Ambil lokasi' }).click();
  await expect(place.getByRole('status')).toContainText('Cukup baik. Tersimpan.');
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

/** A picture as large as a phone takes it, different for every label, in more or less light. */
export async function drawnPhoto(page: Page, label: string, light = 1): Promise<Photo> {
  const base64 = await page.evaluate(
    ({ text, light }) => {
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
      pen.fillStyle = `rgb(0 0 0 / ${1 - light})`;
      pen.fillRect(0, 0, 3000, 2250);
      return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]!;
    },
    { text: label, light },
  );
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
