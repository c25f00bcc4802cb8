import type { Point } from './distance.ts';

/** A piece of the land on the screen, north up: its middle and how many metres one pixel is. */
export interface View {
  readonly middle: Point;
  readonly metresPerPixel: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

const METRES_PER_DEGREE = 111_195;
const LEAST_METRES_PER_PIXEL = 0.5;

const eastScale = (lat: number): number => METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);

/** Pixels right and down from the middle. Flat is right enough for a district. */
export function spotOf(view: View, point: Point): Spot {
  return {
    x: ((point.lng - view.middle.lng) * eastScale(view.middle.lat)) / view.metresPerPixel,
    y: (-(point.lat - view.middle.lat) * METRES_PER_DEGREE) / view.metresPerPixel,
  };
}

export function pointAt(view: View, spot: Spot): Point {
  return {
    lat: view.middle.lat - (spot.y * view.metresPerPixel) / METRES_PER_DEGREE,
    lng: view.middle.lng + (spot.x * view.metresPerPixel) / eastScale(view.middle.lat),
  };
}

/** The view that holds all points within a width and height in pixels; null without points. */
export function viewOf(points: readonly Point[], width: number, height: number): View | null {
  if (points.length === 0) return null;
  const [lats, lngs] = [points.map((point) => point.lat), points.map((point) => point.lng)];
  const [south, north, west, east] = [Math.min(...lats), Math.max(...lats), Math.min(...lngs), Math.max(...lngs)];
  const middle = { lat: (south + north) / 2, lng: (west + east) / 2 };
  const metresPerPixel = Math.max(
    ((north - south) * METRES_PER_DEGREE) / height,
    ((east - west) * eastScale(middle.lat)) / width,
    LEAST_METRES_PER_PIXEL,
  );
  return { middle, metresPerPixel };
}

/** What lies on one thumb's breadth is one mark: gathered around the first of each. */
export function gathered<T extends Spot>(spots: readonly T[], radius: number): T[][] {
  const marks: T[][] = [];
  for (const spot of spots) {
    const mark = marks.find(([first]) => first && Math.hypot(first.x - spot.x, first.y - spot.y) <= radius);
    if (mark) mark.push(spot);
    else marks.push([spot]);
  }
  return marks;
}

/** The longest round length (1, 2 or 5 times a power of ten metres) that fits into so many metres. */
export function roundLength(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  return power * ([5, 2].find((times) => times * power <= metres) ?? 1);
}
