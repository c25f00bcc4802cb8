import { parse } from 'exifr/dist/lite.esm.mjs';

/** When and where a camera says that it took a photo. */
export interface PhotoTrace {
  readonly takenAt: string | null;
  readonly lat: number | null;
  readonly lng: number | null;
}

const NO_TRACE: PhotoTrace = { takenAt: null, lat: null, lng: null };

/** What EXIF tells of a photo; a file without it, or with nonsense in it, tells nothing. The camera's time is taken as this phone's. */
export async function traceOf(file: File): Promise<PhotoTrace> {
  try {
    const tags = (await parse(file, { gps: true, exif: true })) as
      { DateTimeOriginal?: unknown; latitude?: unknown; longitude?: unknown } | undefined;
    const time = tags?.DateTimeOriginal;
    return {
      takenAt: time instanceof Date && !Number.isNaN(time.getTime()) ? time.toISOString() : null,
      lat: numberOf(tags?.latitude),
      lng: numberOf(tags?.longitude),
    };
  } catch {
    return NO_TRACE;
  }
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
