import { giveFamiliesTo, type ListedFamily } from '../../support/families.ts';
import { openField } from '../../support/office.ts';
import { ani, citra, Desk } from '../../support/people.ts';
import { NO_SIGNAL, phone, readyForTheRoad } from '../../support/phone.ts';
import { expect, serverForThisFile, test } from '../../support/test.ts';

/** What the officer's list, his families and his own page do for him, mostly without signal. */
test.use(phone);
test.setTimeout(120_000);

const server = serverForThisFile('serve');
let families: readonly ListedFamily[];

test.beforeAll(async () => {
  families = await giveFamiliesTo(server(), 6);
});

test('a NIK that is opened without signal is hidden again, and stands in the ledger once there is signal', async ({
  page,
  context,
  complaints,
}) => {
  complaints.push(NO_SIGNAL);
  const family = families[0]!;
  await openField(page, server(), ani);
  await readyForTheRoad(page);
  await context.setOffline(true);
  await page.goto(`${server().url}/lapangan/keluarga/${family.id}`);
  const row = page.getByRole('listitem').filter({ hasText: family.members[0]!.name });
  await row.getByRole('button', { name: /^Lihat NIK/ }).click();
  await expect(row).toContainText(/\d{4} \d{4} \d{4} \d{4}/);
  await row.getByRole('button', { name: /^Samarkan/ }).click();
  await expect(row).toContainText(/\d{4}•{8}\d{4}/);

  await context.setOffline(false);
  const auditor = await Desk.of(server(), citra);
  const entries = async () =>
    (await auditor.get<{ items: { verb: string; actor: string }[] }>(`/api/v1/ledger?subject=${family.id}`)).items
      .filter((entry) => entry.verb === 'case.nik-unmasked')
      .map((entry) => entry.actor);
  await expect.poll(entries).toEqual([ani.name]);
});
