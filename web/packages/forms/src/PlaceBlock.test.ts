import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp, h } from 'vue';
import PlaceBlock from './PlaceBlock.vue';

describe('The place of a visit', () => {
  let found: (accuracy: number) => void;
  let failed: () => void;
  const clearWatch = vi.fn();
  const saved = vi.fn();

  beforeEach(() => {
    vi.stubGlobal('navigator', {
      geolocation: {
        watchPosition: (success: (position: unknown) => void, failure: () => void) => {
          found = (accuracy) => success({ coords: { latitude: -8.2, longitude: 115.1, altitude: null, accuracy } });
          failed = failure;
          return 7;
        },
        clearWatch,
      },
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    saved.mockClear();
    clearWatch.mockClear();
  });

  function show(geometry?: string): HTMLElement {
    const root = document.createElement('div');
    const value = geometry === undefined ? {} : { savedFeatureValue: { properties: { odk_geometry: geometry } } };
    createApp({ render: () => h(PlaceBlock, { ...value, onSave: saved }) }).mount(root);
    return root;
  }
  const press = (root: HTMLElement, words: string) =>
    [...root.querySelectorAll('button')].find((button) => button.textContent?.trim() === words)?.click();
  const said = (root: HTMLElement) => root.querySelector('[role=status]')?.textContent?.trim();

  it('shows what was measured and how well', () => {
    expect(said(show('-8.112 115.088 0.0 8.4'))).toBe('Ketelitian 9 meter. Cukup baik. Tersimpan.');
    expect(said(show('-8.112 115.088 0.0 85'))).toBe('Ketelitian 85 meter. Kurang teliti. Tersimpan.');
  });

  it('is taken by itself as soon as the phone knows it to 20 metres', () => {
    const root = show();
    press(root, 'Ambil lokasi');
    found(85);
    found(21);
    expect(saved).not.toHaveBeenCalled();
    found(20);
    expect(saved).toHaveBeenCalledExactlyOnceWith('-8.2 115.1 0 20');
    expect(clearWatch).toHaveBeenCalledWith(7);
  });

  it('says how sharp it is meanwhile, and can be taken as it is', async () => {
    const root = show();
    press(root, 'Ambil lokasi');
    found(85);
    await expect.poll(() => said(root)).toBe('Ketelitian 85 meter. Menunggu yang lebih baik dari 20 meter.');
    press(root, 'Pakai ±85 m');
    expect(saved).toHaveBeenCalledExactlyOnceWith('-8.2 115.1 0 85');
  });

  it('keeps the sharpest measurement, and the one before when one gives up', async () => {
    const root = show('-8.1 115 0 30');
    press(root, 'Ulangi');
    found(40);
    found(60);
    await expect.poll(() => said(root)).toContain('40 meter');
    press(root, 'Batal');
    expect(saved).not.toHaveBeenCalled();
    await expect.poll(() => said(root)).toContain('30 meter');
  });

  it('says what to do when the phone gives no place', async () => {
    const root = show();
    press(root, 'Ambil lokasi');
    failed();
    await expect.poll(() => said(root)).toContain('Nyalakan GPS');
  });
});
