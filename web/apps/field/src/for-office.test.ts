import type { RegisteredDevice } from '@tuntas/contract';
import type { Database, FieldStore } from '@tuntas/field-data';
import { Officers } from '@tuntas/field-data';
import { newStore, putItem } from '@tuntas/field-data/testing';
import { createTexts } from '@tuntas/ui';
import { flushPromises, mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import LeftForOffice from './LeftForOffice.vue';
import { forgetArrived, sealWaiting } from './for-office.ts';
import * as guard from './guard.ts';
import en from './locales/en.json';
import id from './locales/id.json';
import * as office from './office.ts';

vi.mock('./guard.ts', () => ({ store: vi.fn(), leftOnPhone: vi.fn() }));
vi.mock('./office.ts', () => ({ hasWhole: vi.fn() }));

const received = { state: 'received' } as const;
let phone: FieldStore;
let database: Database;

beforeEach(async () => {
  ({ store: phone, database } = await newStore());
  vi.mocked(guard.store).mockReturnValue(phone);
  vi.mocked(guard.leftOnPhone).mockImplementation(() => new Officers(database).leftForOffice());
  await putItem(phone, 'uuid:waits', '2023-02-03T01:00:00Z');
  await phone.keep({ ...(await putItem(phone, 'uuid:there', '2023-02-03T02:00:00Z')), ...received });
});

async function meetOffice(): Promise<void> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const exportKey = await crypto.subtle.exportKey('jwk', pair.publicKey);
  await phone.write('office', '', { deviceId: 'tuntas:1', exportKey } as unknown as RegisteredDevice);
}

async function sealed(): Promise<void> {
  await meetOffice();
  sealWaiting(phone);
  await vi.waitFor(async () => expect((await phone.forOffice()).size).toBe(1), { timeout: 10_000 });
}

const shown = async () => {
  const page = mount(LeftForOffice, { global: { plugins: [createTexts({ id, en })] } });
  await flushPromises();
  await vi.waitFor(() => expect(guard.store).toHaveBeenCalled());
  return page;
};

describe('A finished visit', () => {
  it('is sealed to the office once the office is known, as long as it waits', async () => {
    sealWaiting(phone);
    await flushPromises();
    expect(await phone.forOffice()).toEqual(new Set());
    await sealed();
    expect(await phone.forOffice()).toEqual(new Set(['uuid:waits']));
  });

  it('is handed over in a file after its officer was wiped, by whoever holds the phone', async () => {
    await sealed();
    expect((await shown()).find('a[download]').exists()).toBe(false);
    await new Officers(database).wipe(phone.officerId);
    vi.mocked(guard.store).mockReturnValue(null);
    const page = await shown();
    await vi.waitFor(() => expect(page.text()).toContain('1 kunjungan hanya dapat dibuka kantor'));
    expect(page.find('a[download]').attributes('download')).toMatch(/\.tuntas$/);
  });

  it('that only the office opens goes from the phone when the office has it whole', async () => {
    await phone.keepForOffice('uuid:left', [new ArrayBuffer(1)]);
    vi.mocked(office.hasWhole).mockResolvedValue(false);
    await forgetArrived(phone);
    expect(await phone.forOffice()).toEqual(new Set(['uuid:left']));
    vi.mocked(office.hasWhole).mockResolvedValue(true);
    await forgetArrived(phone);
    expect(await phone.forOffice()).toEqual(new Set());
  });
});
