import { execFile } from 'node:child_process';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { required } from './server.ts';

export interface SampleWish {
  readonly families: number;
  readonly seed: number;
  readonly dirty: number;
}

/** A made-up workbook, as `./tuntas roster sample` writes it; the same wish gives the same file. */
export async function sampleRoster(wish: SampleWish): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tuntas-e2e-roster-'));
  await promisify(execFile)(required('TUNTAS_JAVA'), [
    '-cp',
    join(required('TUNTAS_APP'), 'lib', '*'),
    'id.tuntas.rosterfile.cli.RosterCommand',
    'sample',
    '--families',
    String(wish.families),
    '--seed',
    String(wish.seed),
    '--dirty',
    String(wish.dirty),
    '--out',
    folder,
  ]);
  const [file] = await readdir(folder);
  if (!file) throw new Error(`no workbook was written to ${folder}`);
  return join(folder, file);
}
