import { afterEach, describe, expect, it, vi } from 'vitest';
import { createApp, h } from 'vue';
import PlaceBlock from './PlaceBlock.vue';

function show(geometry: string | undefined, saved: (geopoint: string) => void = () => {}): HTMLElement {
  const root = document.createElement('div');
  const value = geometry === undefined ? {} : { savedFeatureValue: { properties: { odk_geometry: geometry } } };
  createApp({ render: () => h(PlaceBlock, { ...value, onSave: saved }) }).mount(root);
  return root;
}

const position = { coords: { latitude: -8.2, longitude: 115.1, altitude: null, accuracy: 6 } };
const gps = (answer: (found: (at: typeof position) => void, failed: () => void) => void) =>
  vi.stubGlobal('navigator', { geolocation: { getCurrentPosition: answer } });

afterEach(() => vi.unstubAllGlobals());

describe('the place of a visit that is corrected', () => {
  it('shows what was measured and how well', () => {
    expect(show('-8.112 115.088 0.0 8.4').textContent).toContain('-8.112; 115.088, ketelitian 8 m');
  });

  it('offers to measure where nothing was', () => {
    expect(show(undefined).querySelector('button')?.textContent?.trim()).toBe('Ambil lokasi');
  });

  it('saves a new measurement as a geopoint of ODK', () => {
    gps((found) => found(position));
    const saved = vi.fn();
    show('-8.112 115.088 0.0 8.4', saved).querySelector('button')?.click();
    expect(saved).toHaveBeenCalledWith('-8.2 115.1 0 6');
  });

  it('says so when the phone gives no place', async () => {
    gps((_found, failed) => failed());
    const root = show(undefined);
    root.querySelector('button')?.click();
    await expect.poll(() => root.querySelector('[role=alert]')?.textContent).toBe('Lokasi tidak dapat dibaca.');
  });
});
