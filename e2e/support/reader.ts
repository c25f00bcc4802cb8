import type { CDPSession, Locator } from '@playwright/test';
import type { Page } from './test.ts';

/** What Chromium hands to a screen reader, and when it would speak. */

const CONTROLS = ['button', 'link', 'textbox', 'searchbox', 'combobox', 'radio', 'checkbox', 'spinbutton', 'switch', 'slider'];
const TOLD = [...CONTROLS, 'heading', 'image', 'StaticText'];
const SLACK = 2;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

async function inTree<T>(page: Page, look: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page);
  try {
    return await look(session);
  } finally {
    await session.detach();
  }
}

/** What is read of a page, in the order in which it is read, each with the node that it is drawn by. */
async function read(session: CDPSession) {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const all: { role: string; name: string; node: number }[] = [];
  const walk = (id: string): void => {
    const one = byId.get(id);
    const role = String(one?.role?.value ?? '');
    if (one && !one.ignored && TOLD.includes(role))
      all.push({ role, name: String(one.name?.value ?? '').trim(), node: one.backendDOMNodeId! });
    else one?.childIds?.forEach(walk);
  };
  walk(nodes[0]!.nodeId);
  return all;
}

/** Roles of the controls that have no name. */
export function nameless(page: Page): Promise<string[]> {
  return inTree(page, async (session) =>
    (await read(session)).filter(({ role, name }) => CONTROLS.includes(role) && !name).map(({ role }) => role),
  );
}

async function boxOf(session: CDPSession, backendNodeId: number): Promise<Box | null> {
  const { quads } = await session.send('DOM.getContentQuads', { backendNodeId }).catch(() => ({ quads: [] }));
  const xs = quads.flatMap((quad) => quad.filter((_, index) => index % 2 === 0));
  const ys = quads.flatMap((quad) => quad.filter((_, index) => index % 2 === 1));
  const box = { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
  return box.right - box.left > 1 ? box : null;
}

/** Is the second of two met before the first by an eye that goes down, and in one row to the right? */
function isBefore(first: Box, second: Box): boolean {
  const isLeft = second.right <= first.left + SLACK;
  const isRight = second.left >= first.right - SLACK;
  const isAbove = second.bottom <= first.top + SLACK;
  const isBelow = second.top >= first.bottom - SLACK;
  return isAbove ? !isRight : isLeft && !isBelow;
}

/** Neighbours in the order of reading that the eye meets the other way round. The whole page is drawn, so that nothing sticks over another. */
export async function readOutOfSight(page: Page): Promise<string[]> {
  const former = page.viewportSize()!;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: former.width, height: Math.max(height, former.height) });
  await page.evaluate(() => scrollTo(0, 0));
  const wrong = await inTree(page, async (session) => {
    const all = await Promise.all((await read(session)).map(async ({ name, node }) => ({ name, box: await boxOf(session, node) })));
    const seen = all.flatMap(({ name, box }) => (box ? [{ name, box }] : []));
    return seen.slice(1).flatMap(({ name, box }, index) => (isBefore(seen[index]!.box, box) ? [`${seen[index]!.name} | ${name}`] : []));
  });
  await page.setViewportSize(former);
  return wrong;
}

export interface Described {
  readonly name: string;
  readonly description: string;
}

/** By which name and with which description each of some elements is read. */
export function described(page: Page, selector: string): Promise<Described[]> {
  return inTree(page, async (session) => {
    const { root } = await session.send('DOM.getDocument');
    const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
    return Promise.all(
      nodeIds.map(async (nodeId) => {
        const { nodes } = await session.send('Accessibility.getPartialAXTree', { nodeId, fetchRelatives: false });
        return { name: String(nodes[0]?.name?.value ?? ''), description: String(nodes[0]?.description?.value ?? '') };
      }),
    );
  });
}

/**
 * Notes from here on what is spoken by itself: what changes inside a live region that was there before, and each alert. What has been said
 * is in the returned function's answer.
 */
export async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const spoken: string[] = [];
    Object.assign(globalThis, { spoken });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest('[role=status], [role=alert], [aria-live]');
        if (region?.textContent) spoken.push(region.textContent.trim());
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { spoken: string[] }).spoken);
}

interface QuestionWords {
  readonly label: string;
  readonly hint: string;
  readonly error: string;
}

/** The words around each question that is asked: what it asks, how it helps and what is wrong with the answer. */
export function wordsOf(questions: Locator): Promise<QuestionWords[]> {
  return questions.evaluateAll((all) =>
    all.map((question) => {
      const words = (part: string) => question.querySelector(part)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
      return { label: words('.control-text label'), hint: words('.hint'), error: words('.validation-message') };
    }),
  );
}

/** How a question with these words has to be read. */
export const asRead = ({ label, hint, error }: QuestionWords): Described => ({
  name: label,
  description: [hint, error].filter(Boolean).join(' '),
});
