import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scaled } from './photos.ts';

const photo = (name: string, type: string) => new File(['photo'], name, { type });

describe('A photo', () => {
  const draws = (width: number, height: number) =>
    vi.stubGlobal('createImageBitmap', () => Promise.resolve({ width, height, close: () => undefined }));

  beforeEach(() =>
    vi.stubGlobal(
      'OffscreenCanvas',
      class {
        getContext = () => ({ drawImage: () => undefined });
        convertToBlob = ({ type }: { type: string }) => Promise.resolve(new Blob(['small'], { type }));
      },
    ),
  );
  afterEach(() => vi.unstubAllGlobals());

  it('that is small enough stays as it is', async () => {
    draws(1600, 1200);
    const given = photo('a.png', 'image/png');
    expect(await scaled(given)).toBe(given);
  });

  it('that is large is made smaller and stays of its kind', async () => {
    draws(4000, 3000);
    expect(await scaled(photo('a.png', 'image/png'))).toMatchObject({ name: 'a.png', type: 'image/png', size: 5 });
  });

  it('of a kind that the office does not show becomes a JPEG where the browser can draw it', async () => {
    draws(800, 600);
    expect(await scaled(photo('IMG_1.heic', 'image/heic'))).toMatchObject({ name: 'IMG_1.jpg', type: 'image/jpeg' });
  });

  it('that the browser cannot draw is kept only when the office can show its kind', async () => {
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new DOMException('no', 'InvalidStateError')));
    const jpeg = photo('a.jpg', 'image/jpeg');
    expect(await scaled(jpeg)).toBe(jpeg);
    expect(await scaled(photo('IMG_1.heic', 'image/heic'))).toBeNull();
  });
});
