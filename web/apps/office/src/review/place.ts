export interface PlacePicture {
  readonly visit: { readonly x: number; readonly y: number };
  readonly village: { readonly x: number; readonly y: number } | null;
  readonly accuracyRadius: number;
  readonly scale: { readonly metres: number; readonly pixels: number };
}

interface Coordinates {
  readonly lat: number;
  readonly lng: number;
}

const METRES_PER_DEGREE = 111_320;
const ROUND_LENGTHS = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];

/** Where the visit and the village's middle stand in a small picture, true to direction and scale, north up. */
export function placePicture(
  visit: Coordinates,
  village: Coordinates | null,
  accuracy: number | null,
  width: number,
  height: number,
): PlacePicture {
  const margin = 44;
  const east = village ? (village.lng - visit.lng) * METRES_PER_DEGREE * Math.cos((visit.lat * Math.PI) / 180) : 0;
  const north = village ? (village.lat - visit.lat) * METRES_PER_DEGREE : 0;
  const metresWide = Math.max(Math.abs(east), 100);
  const metresHigh = Math.max(Math.abs(north), 60);
  const pixelsPerMetre = Math.min((width - 2 * margin) / metresWide, (height - 2 * margin) / metresHigh);
  const centre = { x: width / 2, y: height / 2 };
  const at = (e: number, n: number) => ({ x: centre.x + (e - east / 2) * pixelsPerMetre, y: centre.y - (n - north / 2) * pixelsPerMetre });
  const longest = 70 / pixelsPerMetre;
  const metres = ROUND_LENGTHS.filter((one) => one <= longest).at(-1) ?? 5;
  return {
    visit: at(0, 0),
    village: village ? at(east, north) : null,
    accuracyRadius: Math.min(40, Math.max(10, (accuracy ?? 0) * pixelsPerMetre)),
    scale: { metres, pixels: metres * pixelsPerMetre },
  };
}
