import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type * as PhoneStore from './phone-store.ts';
import { expect, type Page } from './test.ts';

type Store = typeof PhoneStore;
type Made<N extends keyof Store> = Awaited<ReturnType<Store[N]>>;

let bundle: Promise<string> | undefined;

function script(): Promise<string> {
  return (bundle ??= build({
    entryPoints: [fileURLToPath(new URL('./phone-store.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'phoneStore',
  }).then(({ outputFiles }) => `${outputFiles[0]!.text}; globalThis.phoneStore = phoneStore;`));
}

/** Calls the app's own store in a page whose app is open; see phone-store.ts. */
export async function stored<N extends keyof Store>(page: Page, name: N, ...given: Parameters<Store[N]>): Promise<Made<N>> {
  if (!(await page.evaluate(() => 'phoneStore' in globalThis))) await page.evaluate(await script());
  return page.evaluate(
    ([called, wishes]) =>
      (globalThis as unknown as { phoneStore: Record<string, (...wishes: unknown[]) => unknown> }).phoneStore[called]!(...wishes),
    [name, given] as const,
  ) as Promise<Made<N>>;
}

/** Waits until the phone has kept the answers of an unfinished visit with these words in them. */
export async function keptInDraft(page: Page, familyId: string, ...words: readonly string[]): Promise<void> {
  await expect
    .poll(async () => {
      const draft = await stored(page, 'draftOf', familyId);
      return words.filter((word) => !draft?.instanceXml?.includes(word));
    })
    .toEqual([]);
}

/** How many questions of an unfinished visit have an answer on the phone. */
export async function answersKept(page: Page, familyId: string): Promise<number> {
  return countAnswers((await stored(page, 'draftOf', familyId))?.instanceXml ?? '');
}

export function countAnswers(instanceXml: string): number {
  return [...instanceXml.matchAll(/>[^<>]+<\//g)].length;
}

/** The words of the question at which an unfinished visit was left. */
export async function placeKept(page: Page, familyId: string): Promise<string | undefined> {
  return (await stored(page, 'draftOf', familyId))?.place?.replace(/^\d+ /, '');
}
