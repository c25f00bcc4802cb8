import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeOffice } from './families.ts';
import { newFolder, required, startServer } from './server.ts';
import { expect } from './test.ts';

/** As many families as the longest list of a test has. */
const FAMILIES = 40;
const FOLDER = 'TUNTAS_E2E_OFFICE';

/** Playwright's global set-up: where this run keeps the office, and who clears it away. */
export default async function prepare(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'tuntas-e2e-office-'));
  process.env[FOLDER] = folder;
  return () => rm(folder, { recursive: true, force: true });
}

/** A data folder with an open round, forty families in it and the officer Ani, as `makeOffice` makes them; the first test that asks makes it, each has a copy. */
export async function readyOffice(): Promise<string> {
  const folder = required(FOLDER);
  const [office, made, failed] = [join(folder, 'office'), join(folder, 'made'), join(folder, 'failed')];
  if (await isFirst(office)) {
    try {
      const server = await startServer('serve', { data: office });
      await makeOffice(server, FAMILIES).finally(() => server.stop({ keepData: true }));
      await writeFile(made, '');
    } catch (cause) {
      await writeFile(failed, '');
      throw cause;
    }
  }
  await expect.poll(() => existsSync(made) || existsSync(failed), { timeout: 110_000 }).toBe(true);
  if (existsSync(failed)) throw new Error('the office for the tests was not made; see the first test that failed');
  const copy = await newFolder('serve');
  await promisify(execFile)('cp', ['-a', `${office}/.`, copy]);
  return copy;
}

async function isFirst(office: string): Promise<boolean> {
  try {
    await mkdir(office);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cause;
  }
}
