import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const READY = /Tuntas siap \/ ready: (http:\/\/localhost:\d+)/;
const LAST_LINE = 'Ctrl-C untuk berhenti / to stop.';
/** What a JVM that was asked to end answers: its own 0, or 128 and the signal. */
const CLEAN_ENDS: readonly (number | null)[] = [0, 143];

export type ServerVerb = 'serve' | 'demo';

/** The real jar at work on a data folder of its own. */
export interface Server {
  readonly url: string;
  /** Its data folder. */
  readonly data: string;
  /** How long it took from the command to the line that it is ready, in milliseconds. */
  readonly readyAfter: number;
  /** All that it has printed. */
  readonly output: () => string;
  /** Ends it as an operator would and throws when it did not end cleanly. */
  readonly stop: (wish?: StopWish) => Promise<void>;
  /** Ends it as a power cut does; its data folder stays. */
  readonly kill: () => Promise<void>;
}

export interface ServerWish {
  readonly env?: Readonly<Record<string, string>>;
  readonly arguments?: readonly string[];
  readonly startWithin?: number;
  /** A folder that was kept from an earlier run, or who makes one; without it the server begins anew. */
  readonly data?: string | (() => Promise<string>);
}

export interface StopWish {
  readonly keepData?: boolean;
}

/** The value of an environment variable that the launcher sets; without it the tests cannot run. */
export function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run ./tuntas test browser`);
  return value;
}

/** What the launcher lets the JVM load ahead, where it has made it. */
function startCache(): readonly string[] {
  const file = process.env['TUNTAS_START_CACHE'];
  if (!file || !existsSync(file)) return [];
  return file.endsWith('.aot') ? [`-XX:AOTCache=${file}`, '-Xlog:disable'] : [`-XX:SharedArchiveFile=${file}`, '-Xlog:disable'];
}

export async function startServer(verb: ServerVerb, wish: ServerWish = {}): Promise<Server> {
  const data = typeof wish.data === 'function' ? await wish.data() : (wish.data ?? (await newFolder(verb)));
  const began = performance.now();
  const child = spawn(
    required('TUNTAS_JAVA'),
    [
      '--enable-native-access=ALL-UNNAMED',
      '-Xmx768m',
      '-XX:TieredStopAtLevel=1',
      ...startCache(),
      '-jar',
      join(required('TUNTAS_APP'), 'tuntas-server.jar'),
      verb,
      '--port',
      '0',
      '--data',
      data,
      ...(wish.arguments ?? []),
    ],
    { env: environment(wish.env ?? {}), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal === 'SIGTERM' ? 143 : code));
  });
  const discard = () => rm(data, { recursive: true, force: true });
  try {
    const url = await ready(child, () => output, wish.startWithin ?? 120_000);
    const readyAfter = performance.now() - began;
    const end = (stopWish: StopWish = {}) =>
      stop(child, ended, data, () => output).finally(() => (stopWish.keepData ? undefined : discard()));
    const kill = async () => {
      child.kill('SIGKILL');
      await ended;
    };
    return { url, data, readyAfter, output: () => output, stop: end, kill };
  } catch (cause) {
    child.kill('SIGTERM');
    await ended;
    await discard();
    throw cause;
  }
}

/** An empty data folder for a server. */
export const newFolder = (verb: ServerVerb) => mkdtemp(join(tmpdir(), `tuntas-e2e-${verb}-`));

/** The surroundings of the tests, without what would lead the server to another database or folder. */
function environment(wish: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('TUNTAS_') && !name.startsWith('SPRING_'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C.UTF-8', ...wish };
}

function ready(child: ChildProcess, output: () => string, within: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const tooLong = setTimeout(() => reject(new Error(`not ready within ${within} ms:\n${output()}`)), within);
    const settle = (done: () => void) => {
      clearTimeout(tooLong);
      done();
    };
    child.once('error', (cause) => settle(() => reject(cause)));
    child.once('exit', (code) => settle(() => reject(new Error(`ended with ${code} before it was ready:\n${output()}`))));
    child.stdout?.on('data', () => {
      const url = READY.exec(output())?.[1];
      if (url && output().includes(LAST_LINE)) settle(() => resolve(url));
    });
  });
}

async function stop(child: ChildProcess, ended: Promise<number | null>, data: string, output: () => string): Promise<void> {
  child.kill('SIGTERM');
  const code = await ended;
  if (!CLEAN_ENDS.includes(code)) throw new Error(`the server ended with ${code}:\n${output()}`);
  const postmaster = join(data, 'postgres', 'postmaster.pid');
  if (existsSync(postmaster)) throw new Error(`the database was left running: ${postmaster}`);
}
