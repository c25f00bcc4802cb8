import { describe, expect, it } from 'vitest';
import { lengthOfWay, shortWay } from './way.ts';

const start = { lat: -8.1, lng: 115.1 };
/** Metres east and north of the start, roughly. */
const at = (east: number, north: number) => ({ lat: start.lat + north / 111_000, lng: start.lng + east / 110_000 });

/** The shortest of all orders, by trying each. */
function shortest(stops: readonly ReturnType<typeof at>[]): number {
  if (stops.length < 2) return lengthOfWay(start, stops);
  const orders = (rest: readonly number[]): number[][] =>
    rest.length === 0 ? [[]] : rest.flatMap((one) => orders(rest.filter((other) => other !== one)).map((tail) => [one, ...tail]));
  return Math.min(
    ...orders([...stops.keys()]).map((order) =>
      lengthOfWay(
        start,
        order.map((index) => stops[index]!),
      ),
    ),
  );
}

const walked = (stops: readonly ReturnType<typeof at>[]) =>
  lengthOfWay(
    start,
    shortWay(start, stops).map((index) => stops[index]!),
  );

describe('The way to the next houses', () => {
  it('goes along a street from end to end', () => {
    expect(shortWay(start, [at(900, 0), at(300, 0), at(600, 0)])).toEqual([1, 2, 0]);
  });

  it('takes the lone house behind the officer first where going on to the nearest would come back for it', () => {
    const stops = [at(-110, 0), at(100, 0), at(300, 0), at(700, 0), at(1500, 0)];
    expect(shortWay(start, stops)).toEqual([0, 1, 2, 3, 4]);
  });

  it('does not cross itself between two rows of houses', () => {
    const stops = [at(100, 0), at(200, 90), at(300, 0), at(400, 90), at(400, 0), at(300, 90), at(200, 0), at(100, 90)];
    expect(walked(stops)).toBeLessThan(shortest(stops) * 1.1);
  });

  it('is never longer than going to the nearest each time, and near the shortest on scattered houses', () => {
    let seed = 20230204;
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    for (let layout = 0; layout < 20; layout++) {
      const stops = Array.from({ length: 7 }, () => at(random() * 4000 - 2000, random() * 4000 - 2000));
      const ratio = walked(stops) / shortest(stops);
      expect(ratio).toBeGreaterThanOrEqual(1 - 1e-9);
      expect(ratio).toBeLessThan(1.15);
    }
  });

  it('names every stop once, those at one place in their own order', () => {
    const square = [at(500, 0), at(500, 0), at(0, 500), at(500, 0)];
    expect(shortWay(start, square).filter((index) => index !== 2)).toEqual([0, 1, 3]);
    expect([...shortWay(start, square)].sort()).toEqual([0, 1, 2, 3]);
  });

  it('leads to each house of a whole round once', () => {
    const stops = Array.from({ length: 200 }, (_, index) => at(((index * 7919) % 1000) * 8, ((index * 104_729) % 1000) * 8));
    expect(new Set(shortWay(start, stops)).size).toBe(200);
  });

  it('is empty without houses, and that house where there is one', () => {
    expect(shortWay(start, [])).toEqual([]);
    expect(shortWay(start, [at(1, 1)])).toEqual([0]);
  });
});
