import { type ConsoleMessage, type Page, test as base } from '@playwright/test';
import { type Server, type ServerVerb, type ServerWish, startServer } from './server.ts';

export { expect } from '@playwright/test';
export type { Page } from '@playwright/test';

/** The question whether somebody is signed in is answered 401 on every first visit, and the browser notes that as an error. */
const EXPECTED = [/\/api\/v1\/session$/];

interface Watched {
  /** What the test expects the browser to complain about: a pattern over the message and its address. */
  readonly complaints: RegExp[];
}

/** Every test fails when a page throws, logs an error or breaks the content security policy, unless it names the complaint beforehand. */
export const test = base.extend<Watched>({
  complaints: [
    async ({ context }, use) => {
      const expected: RegExp[] = [];
      const heard: string[] = [];
      const watch = (page: Page) => {
        page.on('pageerror', (error) => heard.push(`${page.url()}: ${error.stack ?? error.message}`));
        page.on('console', (message) => {
          if (isComplaint(message)) heard.push(`${page.url()}: ${message.text()} ${message.location().url}`);
        });
      };
      context.pages().forEach(watch);
      context.on('page', watch);
      await use(expected);
      const unexpected = heard.filter((one) => ![...EXPECTED, ...expected].some((pattern) => pattern.test(one)));
      if (unexpected.length > 0) throw new Error(`the browser complained:\n${unexpected.join('\n')}`);
    },
    { auto: true },
  ],
});

function isComplaint(message: ConsoleMessage): boolean {
  return message.type() === 'error' || /Content Security Policy/i.test(message.text());
}

/** A server for all tests of one file; call it at the file's top. */
export function serverForThisFile(verb: ServerVerb, wish: ServerWish = {}): () => Server {
  let server: Server | undefined;
  test.beforeAll(async () => {
    test.setTimeout((wish.startWithin ?? 120_000) + 10_000);
    server = await startServer(verb, wish);
  });
  test.afterAll(async () => {
    await server?.stop();
  });
  return () => {
    if (!server) throw new Error('the server starts before the first test');
    return server;
  };
}
