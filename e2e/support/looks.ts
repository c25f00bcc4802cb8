import axe, { type Result, type RunOptions } from 'axe-core';
import { expect, type Page } from './test.ts';

export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** `enhanced`: text stands out 7:1 from its ground, not 4.5:1. */
export type Contrast = 'usual' | 'enhanced';

const WIDTHS = [1440, 390] as const;
const THEMES = ['light', 'dark'] as const;

/** Opens every page of this browser in a language, as if the person had chosen it before. */
export async function speak(page: Page, language: Language): Promise<void> {
  await page.addInitScript((chosen) => localStorage.setItem('tuntas.language', chosen), language);
}

/** What a theme can change: colours. All other rules are asked in the first one. */
const BY_COLOUR = { usual: ['color-contrast'], enhanced: ['color-contrast', 'color-contrast-enhanced'] };

function rules(contrast: Contrast, theme: (typeof THEMES)[number]): RunOptions {
  if (theme !== THEMES[0]) return { resultTypes: ['violations'], runOnly: BY_COLOUR[contrast] };
  return { resultTypes: ['violations'], rules: { 'color-contrast-enhanced': { enabled: contrast === 'enhanced' } } };
}

/** axe is brought into a page once, not for each of its widths and themes. */
async function violations(page: Page, options: RunOptions): Promise<Result[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return (await page.evaluate((wish) => (window as unknown as { axe: typeof axe }).axe.run(wish), options)).violations;
}

/** Waiting for them fails where one is cancelled meanwhile and never ends where one lies in what is not drawn. */
function endAnimations(): void {
  for (const one of document.getAnimations()) if (one.effect?.getComputedTiming().endTime !== Infinity) one.finish();
}

/** Looks at the page wide and narrow, light and dark: axe finds nothing, and nothing but a table of its own scrolls sideways. */
export async function expectGoodLooks(page: Page, widths: readonly number[] = WIDTHS, contrast: Contrast = 'usual'): Promise<void> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const theme of THEMES) {
      await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme);
      await page.evaluate(endAnimations);
      for (const { id, help, nodes } of await violations(page, rules(contrast, theme))) {
        found.push(
          ...nodes.slice(0, 3).map((node) => `${width} ${theme} ${id} (${help}): ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
        );
      }
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) found.push(`${width}: the page is ${overflow} px wider than its window`);
  }
  expect(found, found.join('\n')).toEqual([]);
}
