import { describe, expect, it } from 'vitest';
import { bearingInDegrees, distanceInMetres, windOf } from './distance.ts';

const here = { lat: -8.1, lng: 115.1 };

describe('Distance', () => {
  it('is right for a degree of latitude', () => {
    expect(distanceInMetres({ lat: -8, lng: 115 }, { lat: -9, lng: 115 })).toBeCloseTo(111_195, -2);
  });
});

describe('The direction of a house', () => {
  it.each([
    [{ lat: -8.0, lng: 115.1 }, 0, 'n'],
    [{ lat: -8.1, lng: 115.2 }, 90, 'e'],
    [{ lat: -8.2, lng: 115.1 }, 180, 's'],
    [{ lat: -8.1, lng: 115.0 }, 270, 'w'],
    [{ lat: -8.09, lng: 115.0899 }, 315, 'nw'],
  ] as const)('to %o is %i degrees, %s', (there, degrees, wind) => {
    expect(bearingInDegrees(here, there)).toBeCloseTo(degrees, -1);
    expect(windOf(bearingInDegrees(here, there))).toBe(wind);
  });

  it('is north again just before the circle closes', () => {
    expect(windOf(337)).toBe('nw');
    expect(windOf(338)).toBe('n');
    expect(windOf(359.9)).toBe('n');
  });
});
