import type { Point } from './distance.ts';
import { distanceInMetres } from './distance.ts';

/**
 * The indexes of the stops in the order of a short way that begins at `from` and ends anywhere: always on to the nearest one, then made
 * shorter for as long as turning a stretch round (2-opt) or visiting one stop at another time does it. Stops at one place follow each other
 * in their own order.
 */
export function shortWay(from: Point, stops: readonly Point[]): number[] {
  const between = table([from, ...stops]);
  const way = nearestFirst(between);
  while (turnOne(way, between) || moveOne(way, between)) {
    /* shorter by every change, so it ends */
  }
  return way.slice(1).map((index) => index - 1);
}

export function lengthOfWay(from: Point, stops: readonly Point[]): number {
  return stops.reduce((sum, stop, index) => sum + distanceInMetres(index === 0 ? from : stops[index - 1]!, stop), 0);
}

type Table = readonly Float64Array[];

function table(points: readonly Point[]): Table {
  const rows = points.map(() => new Float64Array(points.length));
  for (let a = 0; a < points.length; a++) {
    for (let b = 0; b < a; b++) rows[a]![b] = rows[b]![a] = distanceInMetres(points[a]!, points[b]!);
  }
  return rows;
}

function nearestFirst(between: Table): number[] {
  const left = new Set(between.keys());
  const way: number[] = [];
  for (let here = 0; ;) {
    way.push(here);
    left.delete(here);
    if (left.size === 0) return way;
    const row = between[here]!;
    here = [...left].reduce((best, one) => (row[one]! < row[best]! ? one : best));
  }
}

/** A change that saves less than this is not one. */
const WORTH_M = 0.5;

/** Between the stops at two positions of a way; after its end there is nothing to go to. */
function step(way: readonly number[], between: Table, a: number, b: number): number {
  return b < way.length ? between[way[a]!]![way[b]!]! : 0;
}

/** Turns the first stretch round that pays; false when none does. */
function turnOne(way: number[], between: Table): boolean {
  for (let first = 1; first < way.length - 1; first++) {
    for (let last = first + 1; last < way.length; last++) {
      const now = step(way, between, first - 1, first) + step(way, between, last, last + 1);
      const turned = step(way, between, first - 1, last) + step(way, between, first, last + 1);
      if (now - turned < WORTH_M) continue;
      way.splice(first, last - first + 1, ...way.slice(first, last + 1).reverse());
      return true;
    }
  }
  return false;
}

/** Visits the first stop at another time for which that pays; false when there is none. */
function moveOne(way: number[], between: Table): boolean {
  for (let stop = 1; stop < way.length; stop++) {
    const rest = way.filter((_, index) => index !== stop);
    const saved = step(way, between, stop - 1, stop) + step(way, between, stop, stop + 1) - step(way, between, stop - 1, stop + 1);
    for (let after = 0; after < rest.length; after++) {
      const there = between[way[stop]!]!;
      const next = after + 1 < rest.length ? there[rest[after + 1]!]! - step(rest, between, after, after + 1) : 0;
      if (saved - (there[rest[after]!]! + next) < WORTH_M) continue;
      rest.splice(after + 1, 0, way[stop]!);
      way.splice(0, way.length, ...rest);
      return true;
    }
  }
  return false;
}
