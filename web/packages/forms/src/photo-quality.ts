import type { PhotoFault } from './phone-record.ts';
import { scaledSize } from './photos.ts';

/** Pixels as a canvas gives them: red, green, blue, alpha. */
export type Pixels = Pick<ImageData, 'data' | 'width' | 'height'>;

/** The longer side of the picture whose light and edges are looked at as a whole. */
const LOOKED_AT = 320;
/** Mean luminance of 255, below which little can be made out on a screen. */
const DARK = 40;
/** Variance of the Laplacian: a wall in focus has more, the same out of focus has next to none. */
const SHARP = 10;
/** One edge at most is looked for in each square of the small picture. */
const CELL = 16;
/** Luminance from one pixel of the small picture to the next, from which on it is an edge: the soft border of a shadow is none. */
const EDGE = 8;
/** So many of the clearest edges tell how sharp a photo is. */
const EDGES = 64;
/** What is looked at around an edge in the photo as it is sent: wide enough for one that is spread over ten pixels to either side. */
const AROUND = 48;
/** The middle of that, where it is steepest. */
const MIDDLE = 16;
/**
 * The part of an edge's luminance that lies between one pixel and the next: half in a drawing, a third in a sharp photo, 0.18 and more where
 * a lens smears a point by two pixels, which still reads well, and 0.13 to 0.16 where it smears it by three and letters run together.
 */
const STEEP = 0.16;

/** What is wrong with a photo, by the light and the edges of itself and of the same made `small`. */
export function faultOf(photo: Pixels, small: Pixels): PhotoFault | null {
  const grey = luminance(small, 0, 0, small.width, small.height);
  if (mean(grey) < DARK) return 'dark';
  if (variance(laplacian(grey, small.width, small.height)) < SHARP) return 'blurred';
  const steepness = edgesIn(grey, small)
    .flatMap(({ x, y }) => steepnessAt(photo, Math.round(x * photo.width) - AROUND / 2, Math.round(y * photo.height) - AROUND / 2))
    .sort((a, b) => b - a);
  const sharpest = steepness[Math.floor(steepness.length / 10)];
  return sharpest !== undefined && sharpest < STEEP ? 'blurred' : null;
}

/** What is wrong with a photo of the size that is sent; nothing when this browser cannot draw it. */
export async function faultIn(photo: Blob): Promise<PhotoFault | null> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(photo);
  } catch {
    return null;
  }
  const fault = faultOf(drawn(bitmap, bitmap), drawn(bitmap, scaledSize(bitmap.width, bitmap.height, LOOKED_AT)));
  bitmap.close();
  return fault;
}

function drawn(bitmap: ImageBitmap, { width, height }: { width: number; height: number }): Pixels {
  const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
  pen.drawImage(bitmap, 0, 0, width, height);
  return pen.getImageData(0, 0, width, height);
}

/** Where the clearest edges are, as parts of width and height. */
function edgesIn(grey: Float32Array, { width, height }: Pixels): readonly { x: number; y: number }[] {
  const edges: { x: number; y: number; slope: number }[] = [];
  for (let top = 1; top < height - 1; top += CELL) {
    for (let left = 1; left < width - 1; left += CELL) {
      let clearest = { x: 0, y: 0, slope: 0 };
      for (let y = top; y < Math.min(top + CELL, height - 1); y++) {
        for (let x = left; x < Math.min(left + CELL, width - 1); x++) {
          const slope = slopeAt(grey, width, y * width + x);
          if (slope > clearest.slope) clearest = { x: (x + 0.5) / width, y: (y + 0.5) / height, slope };
        }
      }
      if (clearest.slope >= EDGE) edges.push(clearest);
    }
  }
  return edges.sort((a, b) => b.slope - a.slope).slice(0, EDGES);
}

/** How steep the edge is in the middle of the square that begins here; nothing where the square leaves the photo. */
function steepnessAt(photo: Pixels, left: number, top: number): readonly number[] {
  if (left < 0 || top < 0 || left + AROUND > photo.width || top + AROUND > photo.height) return [];
  const grey = luminance(photo, left, top, AROUND, AROUND);
  const slopes = new Float32Array(MIDDLE * MIDDLE);
  const from = (AROUND - MIDDLE) / 2;
  for (let i = 0; i < slopes.length; i++) {
    slopes[i] = slopeAt(grey, AROUND, (from + Math.floor(i / MIDDLE)) * AROUND + from + (i % MIDDLE));
  }
  grey.sort();
  slopes.sort();
  const range = atPart(grey, 0.98) - atPart(grey, 0.02);
  return [range > 0 ? atPart(slopes, 0.95) / range : 0];
}

const atPart = (sorted: Float32Array, part: number): number => sorted[Math.floor(sorted.length * part)]!;

/** How much brighter it gets from one pixel to the next, in the direction in which it does most (Sobel). */
function slopeAt(grey: Float32Array, width: number, i: number): number {
  const at = (dx: number, dy: number) => grey[i + dy * width + dx]!;
  const right = at(1, -1) + 2 * at(1, 0) + at(1, 1) - at(-1, -1) - 2 * at(-1, 0) - at(-1, 1);
  const down = at(-1, 1) + 2 * at(0, 1) + at(1, 1) - at(-1, -1) - 2 * at(0, -1) - at(1, -1);
  return Math.hypot(right, down) / 8;
}

/** A part of a picture, as bright as an eye sees it (ITU-R BT.601). */
function luminance(picture: Pixels, left: number, top: number, width: number, height: number): Float32Array {
  const grey = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = 4 * ((top + y) * picture.width + left + x);
      grey[y * width + x] = 0.299 * picture.data[i]! + 0.587 * picture.data[i + 1]! + 0.114 * picture.data[i + 2]!;
    }
  }
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
