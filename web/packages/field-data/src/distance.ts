/** WGS 84 degrees. */
export interface Point {
  readonly lat: number;
  readonly lng: number;
}

const EARTH_RADIUS_M = 6_371_009;

/** Great-circle distance (haversine); good to half a per cent, which is more than a rider needs. */
export function distanceInMetres(a: Point, b: Point): number {
  const rad = Math.PI / 180;
  const dLat = (b.lat - a.lat) * rad;
  const dLng = (b.lng - a.lng) * rad;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(h));
}

/** Nearest first; what has no place comes last in its own order. */
export function byDistance<T extends { readonly lat: number | null; readonly lng: number | null }>(
  from: Point,
  items: readonly T[],
): { item: T; metres: number | null }[] {
  return items
    .map((item) => ({
      item,
      metres: item.lat === null || item.lng === null ? null : distanceInMetres(from, { lat: item.lat, lng: item.lng }),
    }))
    .sort((a, b) => (a.metres ?? Infinity) - (b.metres ?? Infinity));
}
