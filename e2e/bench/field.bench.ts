import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BrowserContext, chromium, type Page, test } from '@playwright/test';
import lighthouse from 'lighthouse';
import { giveFamiliesTo, type ListedFamily } from '../support/families.ts';
import { signIn } from '../support/office.ts';
import { ani, Desk } from '../support/people.ts';
import { openAgain, phone, readyForTheRoad, unlock, unlockWhereAsked } from '../support/phone.ts';
import { type Server, startServer } from '../support/server.ts';
import { judge } from './marks.ts';

const FAMILIES = 64;
const SLOWER = 6;
const KB = 1_000;
const MEASURES = 5;
const QUESTIONS = 40;

let server: Server;
let families: readonly ListedFamily[];
let profile: string;
let browser: BrowserContext;

test.beforeAll(async () => {
  server = await startServer('serve');
  families = await giveFamiliesTo(server, FAMILIES);
  profile = await mkdtemp(join(tmpdir(), 'tuntas-bench-phone-'));
  browser = await turnOn();
});
test.afterAll(async () => {
  await browser.close();
  await rm(profile, { recursive: true, force: true });
  await server.stop();
});

test('the field app on a cheap phone', async () => {
  await firstLoad();
  await coldStart();
  await nextQuestion();
  await lighthouseScores();
});

/** The phone's browser, with what it kept. */
async function turnOn(...more: readonly string[]): Promise<BrowserContext> {
  const { launchOptions } = test.info().project.use;
  const args = [...(launchOptions?.args ?? []), ...more];
  return chromium.launchPersistentContext(profile, { ...launchOptions, args, ...phone, locale: 'id-ID', timezoneId: 'Asia/Makassar' });
}

async function turnOffAndOn(...more: readonly string[]): Promise<void> {
  await browser.close();
  browser = await turnOn(...more);
}

async function slowPage(): Promise<Page> {
  const page = await browser.newPage();
  const session = await browser.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return page;
}

const listShown = (page: Page) => page.getByText(`dari ${FAMILIES}`, { exact: true }).waitFor({ timeout: 60_000 });

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

async function firstLoad(): Promise<void> {
  const page = await browser.newPage();
  const sizes = new Map<string, Promise<number>>();
  const scripts = new Set<string>();
  browser.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    if (!path.startsWith('/lapangan')) return;
    if (!sizes.has(path))
      sizes.set(
        path,
        response.body().then((body) => gzipSync(body).length),
      );
    if (path.endsWith('.js') && response.request().serviceWorker() === null) scripts.add(path);
  });
  await page.goto(`${server.url}/lapangan/`);
  await signIn(page, ani);
  await listShown(page);
  const ofList = [...scripts];
  await readyForTheRoad(page);
  const kilobytes = async (paths: Iterable<string>) => sum(await Promise.all([...paths].map((path) => sizes.get(path)!))) / KB;
  judge(
    { what: 'unduhan pertama, gzip / first load, gzipped', measured: await kilobytes(sizes.keys()), atMost: 1_600, unit: 'KB' },
    { what: 'JavaScript daftar, gzip / JavaScript of the list, gzipped', measured: await kilobytes(ofList), atMost: 150, unit: 'KB' },
  );
  await page.close();
}

/** From the tap on the icon until every family can be read, searched and opened; the time it takes to type the password is not the app's. */
async function coldStart(): Promise<void> {
  const times: number[] = [];
  for (let measure = 0; measure < MEASURES; measure += 1) {
    await turnOffAndOn();
    const page = await slowPage();
    await page.addInitScript(noteStart, FAMILIES);
    await page.goto(`${server.url}/lapangan/`, { waitUntil: 'commit' });
    await unlock(page, ani.password);
    await listShown(page);
    const { doorShown, opened, listShown: shown } = await page.evaluate(() => (globalThis as unknown as { noted: Noted }).noted);
    times.push(doorShown + shown - opened);
    await page.close();
  }
  judge({
    what: `daftar ${FAMILIES} keluarga, mulai dingin, CPU 1/${SLOWER} / list of ${FAMILIES} families, cold start`,
    measured: median(times),
    atMost: 2_000,
    unit: 'ms',
  });
}

interface Wait {
  readonly key: 'answer' | 'next';
  /** Of the question that is answered, or that comes next. */
  readonly words: string;
  readonly took: number;
}

/** Milliseconds since the page began. */
interface Noted {
  readonly doorShown: number;
  readonly opened: number;
  readonly listShown: number;
}

/** Runs in the page. A message sent while a frame is made is heard once that frame is drawn. */
function noteStart(families: number): void {
  const noted: Partial<Record<keyof Noted, number>> = {};
  Object.assign(globalThis, { noted });
  const noteDrawn = (what: 'doorShown' | 'listShown') =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (noted[what] ??= performance.now());
      port2.postMessage(null);
    });
  const observer = new MutationObserver(() => {
    if (document.getElementById('kunci')) noteDrawn('doorShown');
    if (document.querySelectorAll('main a[href^="/lapangan/keluarga/"]').length < families) return;
    observer.disconnect();
    noteDrawn('listShown');
  });
  observer.observe(document, { childList: true, subtree: true });
  addEventListener('submit', ({ timeStamp }) => (noted.opened = timeStamp), true);
}

/**
 * Runs in the page: from the key that answers until the frame that shows the answer is drawn, and from the Enter key until the frame in which
 * another question is the one that is asked is drawn. The browser takes a space as an answer when the key is let go.
 */
function noteKeys(): void {
  const waits: Wait[] = [];
  let pressed: number | null = null;
  const noteDrawn = (key: Wait['key'], from: number, words: string) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => waits.push({ key, words, took: performance.now() - from });
      port2.postMessage(null);
    });
  const words = () => document.querySelector('[data-now] .control-text label')?.textContent?.trim() ?? '';
  const answered = ({ timeStamp }: KeyboardEvent) => noteDrawn('answer', timeStamp, words());
  Object.assign(globalThis, { waits });
  addEventListener(
    'keydown',
    (event) => (event.key === 'Enter' ? (pressed = event.timeStamp) : event.key !== ' ' && answered(event)),
    true,
  );
  addEventListener('keyup', (event) => event.key === ' ' && answered(event), true);
  new MutationObserver((changes) => {
    const from = pressed;
    if (from === null || !changes.some(({ target }) => (target as Element).hasAttribute('data-now'))) return;
    pressed = null;
    noteDrawn('next', from, words());
  }).observe(document, { subtree: true, attributeFilter: ['data-now'] });
}

/** Walks through the form by keys, one question at a time, and gives an answer wherever one key or a number does. */
async function nextQuestion(): Promise<void> {
  const page = await slowPage();
  await page.goto(`${server.url}/lapangan/keluarga/${families[0]!.id}/kunjungan`);
  await unlockWhereAsked(page, ani.password);
  const asked = page.locator('[data-now]');
  await asked.waitFor({ timeout: 60_000 });
  await page.evaluate(noteKeys);
  const waits = (key: Wait['key']) =>
    page.evaluate((which) => (globalThis as unknown as { waits: readonly Wait[] }).waits.filter((wait) => wait.key === which), key);
  const seen = new Set<string>();
  for (let keys = 0; (await waits('next')).length < QUESTIONS; keys += 1) {
    if (keys > 3 * QUESTIONS) throw new Error(`the keys do not lead on from: ${await asked.innerText()}`);
    const words = await asked.innerText();
    if (!seen.has(words)) await page.keyboard.press((await page.locator('input[type=radio]:focus').count()) > 0 ? 'Space' : '2');
    seen.add(words);
    await page.keyboard.press('Enter');
  }
  judgeWaits('jawaban terlihat', 'answer seen', await waits('answer'));
  judgeWaits('pertanyaan berikutnya', 'next question', await waits('next'));
  await page.close();
}

function judgeWaits(id: string, en: string, waits: readonly Wait[]): void {
  const sorted = waits.toSorted((a, b) => a.took - b.took);
  const times = sorted.map(({ took }) => took);
  const slowest = sorted.at(-1)!;
  const what = (which: string, word: string) => `${id}, CPU 1/${SLOWER}, ${which} dari ${times.length} / ${en}, ${word}`;
  judge(
    { what: what('tengah', 'median'), measured: median(times), atMost: 100, unit: 'ms' },
    { what: what('95%', '95%'), measured: times[Math.ceil(times.length * 0.95) - 1]!, atMost: 100, unit: 'ms' },
    { what: what(`terlama (${slowest.words})`, 'slowest'), measured: slowest.took, atMost: 100, unit: 'ms' },
  );
}

/** The list as its officer opens it day by day, from what the phone holds, in a second window of the unlocked app; then the door as nobody has seen it before. */
async function lighthouseScores(): Promise<void> {
  const port = 9_222;
  await turnOffAndOn(`--remote-debugging-port=${port}`);
  await (await Desk.of(server, ani)).lend(browser);
  for (const [name, path, fresh] of [
    ['daftar / list', '/lapangan/', false],
    ['pintu / door', '/lapangan/masuk', true],
  ] as const) {
    const opened = fresh ? null : await openAgain(browser, server.url + path, ani.password);
    const result = await lighthouse(server.url + path, {
      port,
      disableStorageReset: !fresh,
      onlyCategories: ['performance', 'accessibility', 'best-practices'],
      output: 'json',
      logLevel: 'error',
    });
    await opened?.close();
    const { audits, categories } = result!.lhr;
    for (const [id, what, atLeast] of [
      ['performance', 'performance', 90],
      ['accessibility', 'accessibility', 100],
      ['best-practices', 'best practices', 100],
    ] as const) {
      const category = categories[id]!;
      const lacking = category.auditRefs.filter((one) => one.weight > 0 && (audits[one.id]?.score ?? 1) < 0.9);
      judge({ what: `Lighthouse ${name}, ${what}`, measured: Math.round((category.score ?? 0) * 100), atLeast });
      if (lacking.length > 0) console.log(lacking.map((one) => `  ${one.id}: ${audits[one.id]?.displayValue ?? ''}`).join('\n'));
    }
  }
}
