import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Channel } from './testing.ts';

const ANI = { id: 'ani', name: 'Ani Contoh', can: ['visit.submit'], roles: [] };
const PIN = '270945';
const DAY = 86_400_000;
/** Rounds for each secret; a phone takes many more. */
const FEW = 1_000;
const deriveKey = crypto.subtle.deriveKey.bind(crypto.subtle);
const START = Date.parse('2023-02-04T01:00:00Z');

/** What the office answers to whom it knows; null when there is no signal. */
let office: ((path: string) => { status: number; body: unknown }) | null;
let now = START;

const open = (path: string) => ({
  status: 200,
  body: path === '/api/v1/app' ? { today: '2023-02-04' } : { user: ANI, csrfToken: 'token' },
});

/** The app in a window of its own, as after a reload. */
async function window() {
  vi.resetModules();
  return import('./guard.ts');
}

async function withPin() {
  const guard = await window();
  await guard.signIn('ani', 'sandi-lama');
  expect(await guard.choosePin(PIN, { kind: 'password', secret: 'sandi-lama' })).toBe('opened');
  return guard;
}

/** What the next window finds of Ani: her lock and her data. */
async function found() {
  const { Officers, openDatabase } = await import('@tuntas/field-data');
  const database = await openDatabase();
  const officer = await new Officers(database).find(ANI.id);
  const records = await database.count('records');
  database.close();
  return { officer, records };
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  Channel.closeAll();
  vi.stubGlobal('BroadcastChannel', Channel);
  localStorage.clear();
  office = open;
  now = START;
  vi.spyOn(Date, 'now').mockImplementation(() => now);
  vi.spyOn(crypto.subtle, 'deriveKey').mockImplementation((algorithm, ...rest) =>
    deriveKey({ ...(algorithm as Pbkdf2Params), iterations: FEW }, ...rest),
  );
  vi.stubGlobal('fetch', (path: string) => {
    if (!office) return Promise.reject(new TypeError('no signal'));
    const { status, body } = office(path);
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('A wrong PIN', () => {
  it('is counted before it is looked at, so that closing the app wins nothing', async () => {
    const guard = await withPin();
    await guard.lockNow();
    const looking = vi.spyOn(crypto.subtle, 'deriveKey').mockReturnValue(new Promise(() => undefined));
    void guard.unlock('pin', '000000');
    await vi.waitFor(() => expect(looking).toHaveBeenCalled());
    expect((await found()).officer?.vault.misses).toBe(1);
  });

  it('slows down the other windows too, and those after a reload', async () => {
    const [one, other] = [await withPin(), await window()];
    await other.start();
    await one.lockNow();
    expect(await one.unlock('pin', '000000')).toBe('wrong');
    expect(await other.unlock('pin', '000000')).toBe('wrong');
    expect(await one.unlock('pin', '000000')).toBe('wrong');
    expect(await other.unlock('pin', PIN)).toBe('wait');
    const reloaded = await window();
    await reloaded.start();
    expect(await reloaded.unlock('pin', PIN)).toBe('wait');
    now += 15_000;
    expect(await reloaded.unlock('pin', PIN)).toBe('opened');
    expect((await found()).officer?.vault.misses).toBe(0);
  });

  it('slows down as well where a new one is chosen', async () => {
    const guard = await withPin();
    for (let miss = 0; miss < 3; miss++) expect(await guard.choosePin('813467', { kind: 'pin', secret: '000000' })).toBe('wrong');
    expect(await guard.choosePin('813467', { kind: 'pin', secret: PIN })).toBe('wait');
  });
});

describe('A PIN', () => {
  it('that one window chose is not undone by what another notes', async () => {
    office = (path) => (path === '/api/v1/session' ? open(path) : { status: 404, body: {} });
    const one = await window();
    await one.start();
    const other = await window();
    await other.start();
    expect(await one.choosePin(PIN, null)).toBe('opened');
    await other.contacted({ clockAhead: 0 });
    expect((await found()).officer?.vault).toMatchObject({ open: null });
    expect((await found()).officer?.vault.pin).not.toBeNull();
  });

  it('that is forgotten together with the former password leaves a way to begin anew, once the office knows who asks', async () => {
    const guard = await withPin();
    await guard.store()!.keepList('families.csv', 'rahasia');
    await guard.lockNow();
    expect(guard.mayStartAfresh.value).toBe(false);
    await guard.signIn('ani', 'sandi-baru');
    expect(guard.lock.value).toBe('locked');
    expect(guard.mayStartAfresh.value).toBe(true);
    await guard.startAfresh();
    expect(guard.lock.value).toBe('open');
    expect(await guard.store()!.list('families.csv')).toBeNull();
    await guard.lockNow();
    expect(await guard.unlock('password', 'sandi-baru')).toBe('opened');
  });
});

describe("Who comes in with the office's running session", () => {
  it('has nothing on the phone that opens without a secret: he chooses a PIN first', async () => {
    const guard = await window();
    await guard.start();
    expect([guard.lock.value, guard.store()]).toEqual(['unguarded', null]);
    const again = await window();
    await again.start();
    expect(again.lock.value).toBe('unguarded');
    expect(await again.choosePin(PIN, null)).toBe('opened');
    expect(again.lock.value).toBe('open');
    await again.lockNow();
    expect([again.lock.value, again.store()]).toEqual(['locked', null]);
    Channel.closeAll();
    const reloaded = await window();
    await reloaded.start();
    expect(reloaded.lock.value).toBe('locked');
    expect(await reloaded.unlock('pin', PIN)).toBe('opened');
  });

  it('may give the password instead', async () => {
    await (await window()).start();
    const guard = await window();
    await guard.signIn('ani', 'sandi');
    expect(guard.lock.value).toBe('open');
    expect((await found()).officer?.vault).toMatchObject({ open: null, pin: null });
  });
});

describe('A phone that the office does not hear of', () => {
  /** The app is opened again after days in a drawer. */
  const after = async (days: number) => {
    Channel.closeAll();
    now = START + days * DAY;
    const guard = await window();
    await guard.start();
    return guard;
  };

  it('keeps everything for 14 days, and nothing after', async () => {
    await (await withPin()).store()!.keepList('families.csv', 'rahasia');
    office = null;
    expect((await after(14)).lock.value).toBe('locked');
    expect((await found()).records).toBe(1);
    const guard = await after(14.01);
    expect(guard.wiped.value).toBe('tooLong');
    expect(guard.lock.value).toBe('signedOut');
    expect(await found()).toEqual({ officer: null, records: 0 });
  });

  it('wins no day when its clock is set back', async () => {
    await withPin();
    office = null;
    await after(13);
    await after(1);
    await after(14.01);
    expect((await found()).officer).toBeNull();
  });

  it('asks the office before it wipes itself, for it may have lain in a drawer', async () => {
    await withPin();
    const guard = await after(40);
    expect(guard.wiped.value).toBeNull();
    office = null;
    expect((await after(50)).lock.value).toBe('locked');
  });

  it('does not take the sign-in page of a network for the office', async () => {
    await withPin();
    office = () => ({ status: 200, body: 'Selamat datang di Wi-Fi kami' });
    await after(40);
    expect((await found()).officer).toBeNull();
  });

  it('wipes itself while it is open', async () => {
    const guard = await withPin();
    office = null;
    now = START + 15 * DAY;
    await guard.forgetTheLost();
    expect(guard.lock.value).toBe('signedOut');
    expect(guard.store()).toBeNull();
  });
});

describe('A revoked phone', () => {
  it('is wiped of every officer at its next contact, and has another name after', async () => {
    const guard = await withPin();
    await guard.store()!.keepList('families.csv', 'rahasia');
    const { phoneId } = await import('./phone.ts');
    const former = phoneId();
    office = () => ({ status: 403, body: { code: 'device-revoked' } });
    const reloaded = await window();
    await reloaded.start();
    const { answers } = await import('./office.ts');
    await answers();
    await vi.waitFor(async () => expect(await found()).toEqual({ officer: null, records: 0 }));
    await vi.waitFor(() => expect(reloaded.wiped.value).toBe('revoked'));
    expect(phoneId()).not.toBe(former);
  });

  it('hears of it while it is locked, before anybody opens it', async () => {
    const guard = await withPin();
    await guard.lockNow();
    office = () => ({ status: 403, body: { code: 'device-revoked' } });
    await guard.askWhileClosed();
    await vi.waitFor(() => expect(guard.lock.value).toBe('signedOut'));
    expect(await found()).toEqual({ officer: null, records: 0 });
  });
});
