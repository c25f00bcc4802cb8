import { giveFamiliesTo, type ListedFamily } from '../../support/families.ts';
import { openField } from '../../support/office.ts';
import { ani } from '../../support/people.ts';
import { phone, readyForTheRoad } from '../../support/phone.ts';
import { expect, type Page, serverForThisFile, test } from '../../support/test.ts';

/** The officer who does not see the screen: what a screen reader is told, in which order, and where it stands. */
test.use(phone);
test.setTimeout(120_000);

const server = serverForThisFile('serve');
let families: readonly ListedFamily[];

test.beforeAll(async () => {
  families = await giveFamiliesTo(server(), 4);
});

const CONTROLS = ['button', 'link', 'textbox', 'searchbox', 'combobox', 'radio', 'checkbox', 'spinbutton', 'switch', 'slider'];

/** Roles of the controls that the accessibility tree has without a name. */
async function nameless(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter((node) => !node.ignored && CONTROLS.includes(String(node.role?.value)) && !String(node.name?.value ?? '').trim())
    .map((node) => String(node.role?.value));
}

/** Elements that the keyboard reaches out of the order in which they are read. */
const outOfOrder = (page: Page) => page.locator('[tabindex]:not([tabindex="0"]):not([tabindex="-1"])').count();

async function hears(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused();
  expect(await nameless(page)).toEqual([]);
  expect(await outOfOrder(page)).toBe(0);
}

test('every screen begins at its heading, and each of its controls has a name', async ({ page }) => {
  const family = families[0]!;
  await openField(page, server(), ani);
  await readyForTheRoad(page);
  expect(await nameless(page)).toEqual([]);
  await page
    .getByRole('link', { name: new RegExp(`^${family.name}`) })
    .or(page.getByRole('link', { name: 'Mulai kunjungan' }))
    .first()
    .click();
  await expect(page.locator('main h1')).toBeFocused();
  expect(await nameless(page)).toEqual([]);
  await page.getByRole('link', { name: 'Kembali ke daftar' }).click();
  await page.getByRole('link', { name: /^Kirim/ }).click();
  await hears(page, 'Kiriman');
  await page.getByRole('link', { name: 'Saya', exact: true }).click();
  await hears(page, ani.name);
});
