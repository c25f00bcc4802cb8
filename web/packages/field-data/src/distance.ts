/** WGS 84 degrees. */
export interface Point {
  readonly lat: number;
  readonly lng: number;
}

/** The eight winds, clockwise from north. */
export const WINDS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Wind = (typeof WINDS)[number];

const EARTH_RADIUS_M = 6_371_009;
const RADIANS = Math.PI / 180;

/** Great-circle distance (haversine); good to half a per cent, which is more than a rider needs. */
export function distanceInMetres(a: Point, b: Point): number {
  const dLat = (b.lat - a.lat) * RADIANS;
  const dLng = (b.lng - a.lng) * RADIANS;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(h));
}

/** Where `to` lies seen from `from`, in degrees clockwise from north, from 0 up to 360. */
export function bearingInDegrees(from: Point, to: Point): number {
  const dLng = (to.lng - from.lng) * RADIANS;
  const [lat1, lat2] = [from.lat * RADIANS, to.lat * RADIANS];
  const y = Math.sin(dLng) * Math.cos(lat2);
  const x = Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(dLng);
  return (Math.atan2(y, x) / RADIANS + 360) % 360;
}

export function windOf(degrees: number): Wind {
  return WINDS[Math.round(degrees / 45) % WINDS.length]!;
}
