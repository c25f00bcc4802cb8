import { describe, expect, it } from 'vitest';
import { seal, unseal } from './seal.ts';
import { QUICK } from './testing.ts';
import { createVault, openUnlocked, openVault, setLock } from './vault.ts';

const PIN = '270945';
const HOUR = 3_600_000;

async function withPin() {
  const { vault } = await createVault('sandi', QUICK);
  return (await setLock(vault, 'pin', PIN, { kind: 'password', secret: 'sandi' }, QUICK))!;
}

describe('The vault', () => {
  it('opens with the PIN and with the password to the same key, which no script can read', async () => {
    const { key, vault } = await createVault('sandi', QUICK);
    const locked = (await setLock(vault, 'pin', PIN, { kind: 'password', secret: 'sandi' }, QUICK))!;
    const sealed = await seal(key, 'here', new Uint8Array([7]));
    for (const [kind, secret] of [
      ['pin', PIN],
      ['password', 'sandi'],
    ] as const) {
      const opening = await openVault(locked, kind, secret);
      if (opening.kind !== 'opened') throw new Error(opening.kind);
      expect(opening.key.extractable).toBe(false);
      expect(new Uint8Array(await unseal(opening.key, 'here', sealed))).toEqual(new Uint8Array([7]));
    }
    expect(locked.phoneKey.extractable).toBe(false);
  });

  it('asks nothing before a PIN is chosen, and asks ever after', async () => {
    const { vault } = await createVault(null, QUICK);
    expect(await openUnlocked(vault)).not.toBeNull();
    const locked = (await setLock(vault, 'pin', PIN, null, QUICK))!;
    expect(await openUnlocked(locked)).toBeNull();
    expect((await openVault(locked, 'pin', PIN)).kind).toBe('opened');
  });

  it('takes a new PIN only from who knows the password', async () => {
    const { vault } = await createVault('sandi', QUICK);
    expect(await setLock(vault, 'pin', PIN, { kind: 'password', secret: 'salah' }, QUICK)).toBeNull();
    expect(await setLock(vault, 'pin', PIN, null, QUICK)).toBeNull();
  });

  it('makes each wrong PIN after the third wait twice as long, an hour at most', async () => {
    let vault = await withPin();
    let now = 0;
    const waits: number[] = [];
    for (let miss = 0; miss < 14; miss++) {
      const opening = await openVault(vault, 'pin', '000000', now);
      if (opening.kind !== 'wrong') throw new Error(opening.kind);
      vault = opening.vault;
      waits.push(Math.max(0, vault.closedUntil - now) / 1000);
      now = Math.max(now, vault.closedUntil);
    }
    expect(waits).toEqual([0, 0, 15, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600, 3600]);
  });

  it('does not look at the right PIN either while it waits, and forgets the misses once it opened', async () => {
    const missed = { ...(await withPin()), misses: 4, closedUntil: 30_000 };
    expect(await openVault(missed, 'pin', PIN, 29_000)).toEqual({ kind: 'wait', until: 30_000 });
    const opening = await openVault(missed, 'pin', PIN, 30_000);
    expect(opening).toMatchObject({ kind: 'opened', vault: { misses: 0, closedUntil: 0 } });
  });

  it('waits an hour at most when the clock of the phone was set back', async () => {
    const missed = { ...(await withPin()), misses: 3, closedUntil: 1_000 * HOUR };
    expect(await openVault(missed, 'pin', PIN, 0)).toEqual({ kind: 'wait', until: HOUR });
  });
});
