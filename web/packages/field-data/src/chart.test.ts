import { describe, expect, it } from 'vitest';
import { gathered, pointAt, roundLength, spotOf, viewOf } from './chart.ts';
import { distanceInMetres } from './distance.ts';

const middle = { lat: -8.1, lng: 115.1 };

describe('A map', () => {
  it('has north up and east to the right, in true proportion', () => {
    const view = { middle, metresPerPixel: 10 };
    const northEast = { lat: -8.09, lng: 115.11 };
    const { x, y } = spotOf(view, northEast);
    expect(x).toBeGreaterThan(0);
    expect(y).toBeLessThan(0);
    expect(Math.hypot(x, y) * 10).toBeCloseTo(distanceInMetres(middle, northEast), -1);
    expect(spotOf(view, middle).x).toBeCloseTo(0);
  });

  it('knows which point of the land was touched', () => {
    const view = { middle, metresPerPixel: 7 };
    const touched = pointAt(view, { x: 40, y: -25 });
    expect(spotOf(view, touched).x).toBeCloseTo(40);
    expect(spotOf(view, touched).y).toBeCloseTo(-25);
  });

  it('holds all points, however they lie', () => {
    const points = [middle, { lat: -8.2, lng: 115.13 }, { lat: -8.05, lng: 115.0 }];
    const view = viewOf(points, 300, 320)!;
    for (const point of points) {
      const { x, y } = spotOf(view, point);
      expect(Math.abs(x)).toBeLessThanOrEqual(150.1);
      expect(Math.abs(y)).toBeLessThanOrEqual(160.1);
    }
  });

  it('does not blow one single house up beyond half a metre a pixel', () => {
    expect(viewOf([middle], 300, 320)).toEqual({ middle, metresPerPixel: 0.5 });
    expect(viewOf([], 300, 320)).toBeNull();
  });

  it('gathers what a thumb could not tell apart', () => {
    const spots = [
      { x: 0, y: 0 },
      { x: 5, y: 5 },
      { x: 100, y: 0 },
    ];
    expect(gathered(spots, 20).map((mark) => mark.length)).toEqual([2, 1]);
  });

  it.each([
    [7, 5],
    [430, 200],
    [999, 500],
    [1000, 1000],
    [1999, 1000],
  ])('measures %i metres by a bar of %i', (metres, bar) => expect(roundLength(metres)).toBe(bar));
});
