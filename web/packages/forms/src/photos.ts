/** The longer side of a photo as it leaves the phone, in pixels: enough to read a family card, small enough for a weak signal. */
export const LONGEST_SIDE = 1600;
const QUALITY = 0.82;

/** The size a photo is scaled to; never larger than it is. */
export function scaledSize(width: number, height: number, longest = LONGEST_SIDE): { width: number; height: number } {
  const factor = Math.min(1, longest / Math.max(width, height));
  return { width: Math.round(width * factor), height: Math.round(height * factor) };
}

/** Scales a photo down on the phone. What is no photo, or small enough, is given back untouched; so is one the browser cannot draw. */
export async function scaled(file: File): Promise<File> {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type)) return file;
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return file;
  }
  const { width, height } = scaledSize(bitmap.width, bitmap.height);
  if (width === bitmap.width) {
    bitmap.close();
    return file;
  }
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const blob = await canvas.convertToBlob({ type: file.type, quality: QUALITY });
  return new File([blob], file.name, { type: file.type });
}
