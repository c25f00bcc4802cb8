import type { PhotoFault } from './phone-record.ts';
import { scaledSize } from './photos.ts';

/** Pixels as a canvas gives them: red, green, blue, alpha. */
export type Pixels = Pick<ImageData, 'data' | 'width' | 'height'>;

/** Small enough to be looked at in a blink, and so that the grain of a cheap camera counts for no sharpness. */
const LOOKED_AT = 320;
/** Mean luminance of 255, below which little can be made out on a screen. */
const DARK = 40;
/** Variance of the Laplacian: a wall in focus has more, the same out of focus has next to none. */
const SHARP = 10;

/** What is wrong with a picture, by its light and its edges. */
export function faultOf(picture: Pixels): PhotoFault | null {
  const grey = luminance(picture);
  if (mean(grey) < DARK) return 'dark';
  return variance(laplacian(grey, picture.width, picture.height)) < SHARP ? 'blurred' : null;
}

/** What is wrong with a photo; nothing when this browser cannot draw it. */
export async function faultIn(photo: Blob): Promise<PhotoFault | null> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(photo);
  } catch {
    return null;
  }
  const { width, height } = scaledSize(bitmap.width, bitmap.height, LOOKED_AT);
  const pen = new OffscreenCanvas(width, height).getContext('2d');
  pen?.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return pen ? faultOf(pen.getImageData(0, 0, width, height)) : null;
}

/** As bright as an eye sees it (ITU-R BT.601). */
function luminance({ data, width, height }: Pixels): Float32Array {
  const grey = new Float32Array(width * height);
  for (let i = 0; i < grey.length; i++) grey[i] = 0.299 * data[4 * i]! + 0.587 * data[4 * i + 1]! + 0.114 * data[4 * i + 2]!;
  return grey;
}

function laplacian(grey: Float32Array, width: number, height: number): Float32Array {
  const edges = new Float32Array(Math.max(0, (width - 2) * (height - 2)));
  let at = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      edges[at++] = grey[i - 1]! + grey[i + 1]! + grey[i - width]! + grey[i + width]! - 4 * grey[i]!;
    }
  }
  return edges;
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function variance(values: Float32Array): number {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / Math.max(1, values.length);
}
