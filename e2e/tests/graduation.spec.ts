import { assignFamilies, type ListedFamily } from '../support/families.ts';
import { expectGoodLooks } from '../support/looks.ts';
import { openOffice, type Person } from '../support/office.ts';
import { ani, budi, citra, Desk, wira } from '../support/people.ts';
import { readyOffice } from '../support/ready-office.ts';
import { reviewedVisit } from '../support/reviewed.ts';
import { expect, serverForThisFile, test } from '../support/test.ts';
import { drawnPhoto } from '../support/visit.ts';

const maya: Person = { username: 'maya', name: 'Maya Lestari', password: 'teratai-di-kolam-pura' };

/** A family to which something arrived walks the rest of its road: visited once more, proposed, agreed by its village, at zero. */
test.setTimeout(240_000);

const server = serverForThisFile('serve', { data: readyOffice });
const ROUND = '/api/v1/rounds/UJI-1';
const now = () => new Date().toISOString();
/** @param mark makes it another file */
const paper = (mark: string) =>
  Buffer.from(
    [
      '%PDF-1.4',
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj',
      'trailer<</Root 1 0 R>>',
      '%%EOF',
      `% ${mark}`,
    ].join('\n'),
  );
let today: string;
let family: ListedFamily;

function fields(values: Readonly<Record<string, string>>, part: string, file: Buffer<ArrayBuffer>, type: string): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  form.append(part, new Blob([file], { type }), part);
  return form;
}

async function meet(desk: Desk): Promise<void> {
  const { id, agenda } = await desk.post<{ id: string; agenda: { subjectId: string }[] }>(`${ROUND}/deliberations`, {
    village: family.village,
  });
  await desk.post(`/api/v1/meetings/${id}/decisions`, {
    decisions: agenda.map(({ subjectId }) => ({ id: crypto.randomUUID(), subjectId, outcome: 'agreed', decidedAt: now() })),
  });
  const { version } = await desk.get<{ version: number }>(`/api/v1/meetings/${id}`);
  const people = ['Ketut Contoh'];
  const sheet = {
    heldOn: today,
    place: 'Balai Desa',
    chair: 'I Nyoman Contoh',
    noteTaker: 'Komang Contoh',
    companion: 'Ani Contoh',
    attendance: { government: people, council: people, hamletHeads: people },
  };
  const noted = await desk.put<{ version: number }>(`/api/v1/meetings/${id}/sheet`, sheet, `"${version}"`);
  await desk.post(`/api/v1/meetings/${id}/close`, {}, `"${noted.version}"`);
}

async function decree(desk: Desk): Promise<void> {
  const { tag } = await desk.get<{ tag: string }>(`${ROUND}/decree`);
  const values = { number: '401/123/2023', decidedOn: today, draft: tag, despite: 'Desa lain menyusul.' };
  await desk.upload(`${ROUND}/decree`, fields(values, 'scan', paper('SK'), 'application/pdf'));
}

/** A house repair is asked for the family, promised, delivered, and seen by its officer. */
async function help(regency: Desk, officer: Desk, photo: Buffer<ArrayBuffer>): Promise<void> {
  const { items: programmes } = await regency.post<{ items: { id: string; code: string }[] }>('/api/v1/programmes/start', { set: 'usual' });
  const programmeId = programmes.find(({ code }) => code === 'RTLH')!.id;
  const { items: asked } = await regency.post<{ items: { id: string; version: number }[] }>(`/api/v1/cases/${family.id}/interventions`, {
    programmeId,
    need: 'housing',
  });
  const path = `/api/v1/interventions/${asked[0]!.id}`;
  const version = async () => {
    const { items } = await regency.get<{ items: { version: number }[] }>(`/api/v1/cases/${family.id}/interventions`);
    return `"${items[0]!.version}"`;
  };
  await regency.post(`${path}/steps`, { state: 'accepted' }, await version());
  await regency.post(
    `${path}/deliveries`,
    fields({ deliveredOn: today, amount: '20000000' }, 'photo', photo, 'image/jpeg'),
    await version(),
  );
  await officer.post(
    `/api/v1/me/deliveries/${asked[0]!.id}/words`,
    fields({ id: crypto.randomUUID(), said: 'received', seenOn: today, note: '' }, 'photo', photo, 'image/jpeg'),
    await version(),
  );
}

test('a family that was helped is visited again, proposed, agreed by its village, and counted as helped', async ({ page, complaints }) => {
  complaints.push(/403.*\/graduations\//);
  [family] = (await assignFamilies(server(), 8)) as [ListedFamily];
  const [officer, regency] = [await Desk.of(server(), ani), await Desk.of(server(), citra)];
  await regency.makeUser(budi, { role: 'districtCoordinator', region: family.village.slice(0, 8) });
  await regency.makeUser(wira, { role: 'regentOffice', region: '51.08' });
  await regency.makeUser(maya, { role: 'regencyCoordinator', region: '51.08' });
  const reviewer = await Desk.of(server(), budi);
  ({ today } = await regency.get<{ today: string }>('/api/v1/app'));
  const photo = Buffer.from((await drawnPhoto(page, 'Rumah')).buffer);
  await reviewedVisit(server(), officer, reviewer, family.number);
  await meet(reviewer);
  await decree(await Desk.of(server(), wira));
  await help(regency, officer, photo);

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
  await candidate
    .getByLabel('Berita acara atau surat')
    .setInputFiles({ name: 'desa.pdf', mimeType: 'application/pdf', buffer: paper('desa') });
  await candidate.getByLabel('Alasan').fill('Warga melihat sendiri');
  await expectGoodLooks(page);
  await candidate.getByRole('button', { name: 'Simpan' }).click();
  await expect(candidate).toHaveCount(0);

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
  await expect(candidate).toContainText('Warga melihat sendiri');
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
