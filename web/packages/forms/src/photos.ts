/** The longer side of a photo as it leaves the phone, in pixels: enough to read a family card, small enough for a weak signal. */
export const LONGEST_SIDE = 1600;
const QUALITY = 0.82;

/** The size a photo is scaled to; never larger than it is. */
export function scaledSize(width: number, height: number, longest = LONGEST_SIDE): { width: number; height: number } {
  const factor = Math.min(1, longest / Math.max(width, height));
  return { width: Math.round(width * factor), height: Math.round(height * factor) };
}

/** What files of the kinds that every browser shows begin with; a name promises anything. */
const SHOWN: Readonly<Record<string, RegExp>> = { 'image/jpeg': /^\xff\xd8\xff/, 'image/png': /^\x89PNG/, 'image/webp': /^RIFF.{4}WEBP/s };

/**
 * Scales a photo down on the phone, and makes it of a kind that the office can show. One that is small enough is given back untouched; null
 * when this browser cannot draw it: most HEIC, a broken file, or no photo at all.
 */
export async function scaled(file: File): Promise<File | null> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return null;
  }
  const kind = await shownKind(file);
  const { width, height } = scaledSize(bitmap.width, bitmap.height);
  if (kind && width === bitmap.width) {
    bitmap.close();
    return file;
  }
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const type = kind ?? 'image/jpeg';
  const blob = await canvas.convertToBlob({ type, quality: QUALITY });
  return new File([blob], kind ? file.name : file.name.replace(/(\.\w+)?$/, '.jpg'), { type });
}

async function shownKind(file: File): Promise<string | null> {
  const head = String.fromCharCode(...new Uint8Array(await file.slice(0, 12).arrayBuffer()));
  return Object.keys(SHOWN).find((kind) => SHOWN[kind]!.test(head)) ?? null;
}
