import { expectGoodLooks, speak } from '../support/looks.ts';
import { openField, openOffice } from '../support/office.ts';
import { Desk } from '../support/people.ts';
import { expect, type Page, serverForThisFile, test } from '../support/test.ts';

/** A small Buleleng on 18 October 2023: the villages have met, the decree is locked, the agencies have given some of what was asked. */
const password = 'bukit-menyala-senja';
const server = serverForThisFile('demo', {
  env: { TUNTAS_DEMO_PASSWORD: password, TUNTAS_DEMO_FAMILIES: '40' },
  arguments: ['--day', '2023-10-18'],
  startWithin: 240_000,
});
const as = (username: string) => ({ username, password });

async function look(page: Page, path: string): Promise<void> {
  await page.goto(server().url + path);
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
  await expectGoodLooks(page);
}

test.describe('The demo on its last day', () => {
  test('says what there is to try after the decree', () => {
    expect(server().output()).toContain('18 Oktober 2023 / 18 October 2023');
    expect(server().output()).toMatch(/ 1\. dewa: .*\/intervensi\n +2\. ani: .*\/lapangan\/bantuan\n +3\. eka: .*\/menuju-nol\n/);
  });

  test('has every village met, the list locked by the regent’s office, and needs that were met and that were not', async ({ page }) => {
    const desk = await Desk.of(server(), as('citra'));
    const { decrees } = await desk.get<{ decrees: readonly { families: number; number: string }[] }>('/api/v1/rounds/BLL-2023-1/decree');
    expect(decrees).toHaveLength(1);
    const zero = await desk.get<{ families: number; needs: number; met: number }>('/api/v1/convergence');
    const { counts } = await desk.get<{ counts: Record<string, number> }>('/api/v1/rounds/BLL-2023-1/graduations');
    expect(counts['graduated']).toBe(1);
    expect(zero.families).toBe(decrees[0]!.families - 1);
    expect(zero.met).toBeGreaterThan(0);
    expect(zero.met).toBeLessThan(zero.needs);

    await openOffice(page, server(), as('citra'));
    await expect(page.getByRole('region', { name: 'Peragaan' })).toContainText('hari ini 18 Oktober 2023');
    await expect(page.getByRole('region', { name: 'Peragaan' }).getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('keluarga belum nol');
    await expectGoodLooks(page);
    await page.goto(`${server().url}/sk`);
    await expect(page.getByText(decrees[0]!.number).first()).toBeVisible();
  });

  test('tells everybody how many were helped, and by place what was found in the week of the decree', async ({ page }) => {
    await speak(page, 'id');
    await look(page, '/terbuka');
    await expect(page.getByText(/keluar karena sudah dibantu/)).toBeVisible();
    const table = page.getByRole('table', { name: 'Menurut wilayah' });
    await expect(table.getByRole('row')).toHaveCount(1 + 1 + 9 + 1);
    await expect(table.getByRole('row').last()).toContainText('tidak menurut wilayah');
  });

  test('looks right where the road has gone on', async ({ page, context }) => {
    test.setTimeout(120_000);
    const desk = await Desk.of(server(), as('citra'));
    await desk.lend(context);
    await speak(page, 'id');
    const { items } = await desk.get<{ items: readonly { caseId: string }[] }>('/api/v1/interventions?state=received&limit=1');
    for (const path of ['/musyawarah', '/sk', '/menuju-nol', '/graduasi?langkah=decide', `/keluarga/${items[0]!.caseId}`])
      await look(page, path);
  });

  test('the last place of a quota is shared out, given to another family by a person, and asked of its agency', async ({
    page,
    context,
  }) => {
    test.setTimeout(120_000);
    const desk = await Desk.of(server(), as('citra'));
    const { items: before } = await desk.get<{ items: readonly { caseId: string }[] }>('/api/v1/interventions?limit=500');
    const families = [...new Set(before.map((one) => one.caseId))];
    const lacking = await Promise.all(
      families.map((id) => desk.get<{ items: readonly { need: string; open: boolean }[] }>(`/api/v1/cases/${id}/needs`)),
    );
    const { need } = lacking[0]!.items.find((one) => lacking.every(({ items }) => items.some((it) => it.need === one.need && !it.open)))!;
    for (const id of families.slice(0, 2)) {
      await desk.post(`/api/v1/cases/${id}/needs`, { need, confirmed: true, reason: 'Dilihat sendiri' });
    }
    await desk.post('/api/v1/programmes', {
      code: 'SATU',
      name: 'Bantuan satu tempat',
      pillar: 1,
      agency: 'Dinas Sosial',
      funding: 'csr',
      unit: 'family',
      amount: 1_000_000,
      needs: [need],
      notWith: [],
      active: true,
      rule: { conditions: [{ text: { id: 'Siapa saja', en: 'Anybody' }, expression: 'people > 0' }], documents: [] },
      quotas: [{ year: 2023, area: '51.08', units: 1 }],
    });

    await desk.lend(context);
    await speak(page, 'id');
    await page.goto(`${server().url}/pembagian`);
    const told = page.getByRole('status');
    const row = (text: string) => page.locator('li.family').filter({ hasText: text });
    await page.locator('details').evaluate((details: HTMLDetailsElement) => (details.open = true));
    await page.getByRole('button', { name: 'Hitung pembagian' }).click();
    await expect(told.filter({ hasText: 'Usul pembagian sudah ada' })).toBeVisible({ timeout: 60_000 });
    await expectGoodLooks(page);
    await expect(row('Bantuan satu tempat')).toHaveCount(1);
    const first = await row('Bantuan satu tempat').locator('.head strong').innerText();

    await page.getByLabel('Hanya yang masih kurang').check();
    const other = page.locator('li.family').filter({ hasNotText: first }).filter({ hasText: '0 dari' }).first();
    const second = await other.locator('.head strong').innerText();
    await other.locator('.head').click();
    await expect(other).toContainText('Kuota Kabupaten Buleleng habis: 1 unit');
    await other.getByRole('button', { name: 'Tambah Bantuan satu tempat' }).click();
    const effect = page.getByRole('dialog');
    await expect(effect).toContainText(`Bantuan satu tempat untuk ${second}: akibatnya`);
    await expect(effect).toContainText(`${first} (`);
    await effect.getByRole('button', { name: 'Putuskan' }).click();
    await expect(told.filter({ hasText: `untuk ${second} sudah diubah` })).toBeVisible();

    await page.getByRole('button', { name: 'Hitung ulang' }).click();
    await expect(told.filter({ hasText: 'Usul pembagian sudah ada' })).toBeVisible({ timeout: 60_000 });
    await page.getByLabel('Hanya yang masih kurang').uncheck();
    await expect(row('Bantuan satu tempat')).toHaveCount(1);
    await expect(row('Bantuan satu tempat')).toContainText(second);
    await page.getByRole('button', { name: /^Ajukan \d+ permintaan ke OPD$/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ya, ajukan' }).click();
    await expect(told.filter({ hasText: 'Sudah diajukan ke OPD' })).toBeVisible({ timeout: 60_000 });
    const { items: after } = await desk.get<{ items: readonly { name: string; programme: string }[] }>('/api/v1/interventions?limit=500');
    expect(after.filter((one) => one.programme === 'Bantuan satu tempat').map((one) => one.name)).toEqual([second]);
  });

  test('lets an officer see what was delivered to his families', async ({ page }) => {
    await openField(page, server(), as('ani'));
    await look(page, '/lapangan/bantuan');
  });
});
