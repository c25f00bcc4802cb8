/** The longer side of a photo as it leaves the phone, in pixels: enough to read a family card, small enough for a weak signal. */
export const LONGEST_SIDE = 1600;
const QUALITY = 0.82;

/** The size a photo is scaled to; never larger than it is. */
export function scaledSize(width: number, height: number, longest = LONGEST_SIDE): { width: number; height: number } {
  const factor = Math.min(1, longest / Math.max(width, height));
  return { width: Math.round(width * factor), height: Math.round(height * factor) };
}

/** Kinds of photos that every browser shows. */
const SHOWN = /^image\/(jpeg|png|webp)$/;

/**
 * Scales a photo down on the phone, and makes it of a kind that the office can show. One that is small enough is given back untouched, so is
 * one of such a kind that this browser cannot draw; null when it can be drawn neither here nor there, like most HEIC.
 */
export async function scaled(file: File): Promise<File | null> {
  const isShown = SHOWN.test(file.type);
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return isShown ? file : null;
  }
  const { width, height } = scaledSize(bitmap.width, bitmap.height);
  if (isShown && width === bitmap.width) {
    bitmap.close();
    return file;
  }
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const type = isShown ? file.type : 'image/jpeg';
  const blob = await canvas.convertToBlob({ type, quality: QUALITY });
  return new File([blob], isShown ? file.name : file.name.replace(/(\.\w+)?$/, '.jpg'), { type });
}
