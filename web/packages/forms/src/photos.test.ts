import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scaled } from './photos.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47];
const photo = (name: string, type: string, begins: readonly number[] = PNG) => new File([new Uint8Array(begins)], name, { type });

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
    expect(await scaled(photo('IMG_1.heic', 'image/heic', [0, 0, 0, 0x1c]))).toMatchObject({ name: 'IMG_1.jpg', type: 'image/jpeg' });
  });

  it('is of the kind that its bytes say, whatever its name promises', async () => {
    draws(800, 600);
    expect(await scaled(photo('foto.jpg', 'image/jpeg', [0x42, 0x4d]))).toMatchObject({ name: 'foto.jpg', type: 'image/jpeg', size: 5 });
    const webp = [...'RIFF1234WEBP'].map((letter) => letter.charCodeAt(0));
    const given = photo('foto.jpg', 'image/jpeg', webp);
    expect(await scaled(given)).toBe(given);
  });

  it('that the browser cannot draw is none, whatever its name and its bytes promise', async () => {
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new DOMException('no', 'InvalidStateError')));
    expect(await scaled(photo('a.png', 'image/png'))).toBeNull();
    expect(await scaled(photo('IMG_1.heic', 'image/heic'))).toBeNull();
  });
});
