import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Channel } from './testing.ts';

const KEY = { type: 'secret' } as CryptoKey;
const OFFICER = 'ani';

/** Web Locks of one browser: each is held until the work that it was asked for is done. */
class Locks {
  private held: { readonly name: string }[] = [];

  readonly request = async (name: string, _: LockOptions, work: () => Promise<void> | null): Promise<void> => {
    const lock = { name };
    this.held.push(lock);
    await work();
    this.held = this.held.filter((one) => one !== lock);
  };

  /** As when all windows are closed. */
  letGo(): void {
    this.held = [];
  }

  readonly query = () => Promise.resolve({ held: this.held, pending: [] });
}

/** A service worker that keeps the last key, as `sw.ts` does. */
class Worker {
  readonly told: string[] = [];
  private key: CryptoKey | undefined;

  postMessage(message: { readonly type: string; readonly key?: CryptoKey }, [port]: readonly MessagePort[] = []): void {
    this.told.push(message.type);
    if (message.type !== 'ASK_KEY') this.key = message.key;
    port?.postMessage({ type: 'GIVE_KEY', key: this.key });
  }
}

/** The app in a window of its own. */
async function window() {
  vi.resetModules();
  return import('./key-keeper.ts');
}

/** What another window, busy with drawing, hears and does not answer. */
function listen(): string[] {
  const heard: string[] = [];
  new Channel('tuntas.key').addEventListener('message', (event) => {
    heard.push((event as MessageEvent<{ type: string }>).data.type);
  });
  return heard;
}

/** One that has the key and answers only when it is made to. */
function drawingWindow(): Channel {
  void locks.request(`tuntas.key.${OFFICER}`, {}, () => new Promise(() => undefined));
  return new Channel('tuntas.key');
}

const browser = (parts: object) => vi.stubGlobal('navigator', parts);

let locks: Locks;

beforeEach(() => {
  vi.useFakeTimers();
  Channel.closeAll();
  vi.stubGlobal('BroadcastChannel', Channel);
  locks = new Locks();
  browser({ locks });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('A window without the key', () => {
  it('gets it from another one, though not that of another officer', async () => {
    const [one, other] = [await window(), await window()];
    one.holdKey(OFFICER, KEY, vi.fn());
    await expect(other.askKey(OFFICER, vi.fn())).resolves.toBe(KEY);
    await expect(other.askKey('wayan', vi.fn())).resolves.toBeNull();
  });

  it('asks nobody where no window has it', async () => {
    const asked = listen();
    await expect((await window()).askKey(OFFICER, vi.fn())).resolves.toBeNull();
    expect(asked).toEqual([]);
  });

  it('waits for one that has it and is drawing, up to three seconds, and takes it later too', async () => {
    const busy = drawingWindow();
    const keeper = await window();
    const late = vi.fn();
    let given = keeper.askKey(OFFICER, late);
    await vi.advanceTimersByTimeAsync(2_999);
    busy.postMessage({ type: 'GIVE_KEY', officerId: OFFICER, key: KEY });
    await expect(given).resolves.toBe(KEY);

    given = keeper.askKey(OFFICER, late);
    await vi.advanceTimersByTimeAsync(3_000);
    await expect(given).resolves.toBeNull();
    expect(late).not.toHaveBeenCalled();
    busy.postMessage({ type: 'GIVE_KEY', officerId: OFFICER, key: KEY });
    busy.postMessage({ type: 'GIVE_KEY', officerId: OFFICER, key: KEY });
    expect(late).toHaveBeenCalledExactlyOnceWith(KEY);
  });

  it('takes no key that comes after it was dropped, or after the PIN was given here', async () => {
    const busy = drawingWindow();
    const late = vi.fn();
    const dropped = (await window()).askKey(OFFICER, late);
    await vi.advanceTimersByTimeAsync(0);
    busy.postMessage({ type: 'DROP_KEY', officerId: OFFICER });
    await expect(dropped).resolves.toBeNull();

    const unlocked = await window();
    const given = unlocked.askKey(OFFICER, late);
    await vi.advanceTimersByTimeAsync(3_000);
    await expect(given).resolves.toBeNull();
    unlocked.holdKey(OFFICER, KEY, vi.fn());
    busy.postMessage({ type: 'GIVE_KEY', officerId: OFFICER, key: KEY });
    expect(late).not.toHaveBeenCalled();
  });

  it('asks for a quarter of a second where the browser does not say whether another one has it', async () => {
    browser({});
    const asked = listen();
    const given = (await window()).askKey(OFFICER, vi.fn());
    await vi.advanceTimersByTimeAsync(250);
    await expect(given).resolves.toBeNull();
    expect(asked).toEqual(['ASK_KEY']);
  });
});

describe('A window that drops the key', () => {
  it('makes the others drop it, and from then on nobody is asked', async () => {
    const [one, other, third] = [await window(), await window(), await window()];
    other.holdKey(OFFICER, KEY, () => void other.dropKey());
    one.holdKey(OFFICER, KEY, vi.fn());
    await one.dropKey();
    const asked = listen();
    await expect(third.askKey(OFFICER, vi.fn())).resolves.toBeNull();
    expect(asked).toEqual([]);
  });

  it('is not held up by a lock that it got only afterwards', async () => {
    const late: (() => void)[] = [];
    const request = locks.request;
    Object.assign(locks, {
      request: (...given: Parameters<typeof request>) => new Promise<void>((done) => late.push(() => void request(...given).then(done))),
    });
    const one = await window();
    one.holdKey(OFFICER, KEY, vi.fn());
    await one.dropKey();
    late.forEach((get) => get());
    await vi.advanceTimersByTimeAsync(0);
    expect((await locks.query()).held).toEqual([]);
  });
});

describe('The service worker', () => {
  const withWorker = () => {
    const active = new Worker();
    const registration = { active };
    browser({ locks, serviceWorker: { getRegistration: () => Promise.resolve(registration), ready: Promise.resolve(registration) } });
    return active;
  };

  it('has the key from a page that is left, until a window drops it', async () => {
    const worker = withWorker();
    const left = await window();
    left.holdKey(OFFICER, KEY, vi.fn());
    await vi.advanceTimersByTimeAsync(0);
    dispatchEvent(new Event('pagehide'));
    Channel.closeAll();
    locks.letGo();
    vi.useRealTimers();
    const next = await window();
    await expect(next.askKey(OFFICER, vi.fn())).resolves.toEqual(KEY);
    next.holdKey(OFFICER, KEY, vi.fn());
    await next.dropKey();
    await expect((await window()).askKey(OFFICER, vi.fn())).resolves.toBeNull();
    expect(worker.told).toEqual(['KEEP_KEY', 'ASK_KEY', 'DROP_KEY', 'ASK_KEY']);
  });

  it('that does not answer is waited for no longer than three seconds', async () => {
    const worker = withWorker();
    vi.spyOn(worker, 'postMessage').mockReturnValue();
    const given = (await window()).askKey(OFFICER, vi.fn());
    await vi.advanceTimersByTimeAsync(3_000);
    await expect(given).resolves.toBeNull();
  });
});
