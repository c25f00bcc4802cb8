import { afterEach, describe, expect, it, vi } from 'vitest';
import { roomLeft } from './room.ts';

const GIB = 1_073_741_824;
const browser = (storage: unknown) => vi.stubGlobal('navigator', { storage });
const says = (quota?: number, usage?: number) => browser({ estimate: () => Promise.resolve({ quota, usage }) });

describe('What is left on the phone', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is what the browser measured', async () => {
    says(900_000_000, 100_000_000);
    expect(await roomLeft()).toBe(800_000_000);
    says(100, 100);
    expect(await roomLeft()).toBe(0);
  });

  it('is not known where the browser says a round number to everybody', async () => {
    says(10 * GIB + 73_728, 73_728);
    expect(await roomLeft()).toBeNull();
    says(GIB, 0);
    expect(await roomLeft()).toBeNull();
  });

  it('is not known where the browser says nothing', async () => {
    browser(undefined);
    expect(await roomLeft()).toBeNull();
    says(undefined, 5);
    expect(await roomLeft()).toBeNull();
  });
});
