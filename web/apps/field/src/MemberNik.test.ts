import { createTexts } from '@tuntas/ui';
import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import MemberNik from './MemberNik.vue';
import { noteUnmasked } from './acts.ts';
import en from './locales/en.json';
import id from './locales/id.json';

vi.mock('./acts.ts', () => ({ noteUnmasked: vi.fn() }));
const logged = vi.mocked(noteUnmasked);
const CLEAR = '5108 0601 0115 0001';

const LISTED = { nik: '5108060101150001' };
const member = (listed: { nik?: string | null }) => ({
  memberId: 'm',
  ordinal: 1,
  name: 'Ni Luh Contoh',
  relationship: 'head',
  age: 40,
  sex: 'female',
  ...listed,
});
const show = (listed: { nik?: string | null } = LISTED) =>
  mount(MemberNik, { props: { familyId: 'f', member: member(listed) }, global: { plugins: [createTexts({ id, en })] } });

async function tap(row: ReturnType<typeof show>): Promise<void> {
  await row.get('button').trigger('click');
  await flushPromises();
}

describe('The NIK of a member', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    logged.mockReset().mockResolvedValue();
  });
  afterEach(() => vi.useRealTimers());

  it('is masked until it is tapped, and the tap is logged', async () => {
    const row = show();
    expect(row.text()).toContain('5108••••••••0001');
    expect(logged).not.toHaveBeenCalled();
    await tap(row);
    expect(row.text()).toContain(CLEAR);
    expect(logged).toHaveBeenCalledExactlyOnceWith('f', 'm');
  });

  it('is not shown before the tap is on the phone', async () => {
    let kept = () => {};
    logged.mockReturnValue(new Promise((resolve) => (kept = resolve)));
    const row = show();
    await tap(row);
    expect(row.text()).not.toContain(CLEAR);
    kept();
    await flushPromises();
    expect(row.text()).toContain(CLEAR);
  });

  it('stays masked when the tap cannot be logged, and says what to do', async () => {
    logged.mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    const row = show();
    await tap(row);
    expect(row.text()).not.toContain(CLEAR);
    expect(row.get('[role=alert]').text()).toContain('kosongkan');
  });

  it('hides again after a minute, at a second tap, and when the app is left', async () => {
    const row = show();
    await tap(row);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(row.text()).not.toContain(CLEAR);

    await tap(row);
    await tap(row);
    expect(row.text()).not.toContain(CLEAR);

    await tap(row);
    const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await flushPromises();
    expect(row.text()).not.toContain(CLEAR);
    hidden.mockRestore();
    expect(logged).toHaveBeenCalledTimes(3);
  });

  it('is named as missing where the list has none, and not at all on a phone that the office does not know', () => {
    expect(show({ nik: null }).text()).toContain('belum ada');
    expect(show({}).text()).toBe('');
  });
});
