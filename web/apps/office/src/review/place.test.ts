import { describe, expect, it } from 'vitest';
import { placePicture } from './place.ts';

const visit = { lat: -8.2, lng: 115.0 };

describe('The place picture', () => {
  it('puts a village that lies north-east up and to the right', () => {
    const picture = placePicture(visit, { lat: -8.19, lng: 115.02 }, 8, 264, 150);
    expect(picture.village?.x).toBeGreaterThan(picture.visit.x);
    expect(picture.village?.y).toBeLessThan(picture.visit.y);
  });

  it('keeps both points inside, however far apart', () => {
    const picture = placePicture(visit, { lat: -8.9, lng: 114.2 }, 8, 264, 150);
    for (const point of [picture.visit, picture.village!]) {
      expect(point.x).toBeGreaterThanOrEqual(0);
      expect(point.x).toBeLessThanOrEqual(264);
      expect(point.y).toBeGreaterThanOrEqual(0);
      expect(point.y).toBeLessThanOrEqual(150);
    }
  });

  it('has a scale bar of a round length', () => {
    const { scale } = placePicture(visit, { lat: -8.19, lng: 115.0 }, null, 264, 150);
    expect([100, 200, 500, 1000]).toContain(scale.metres);
    expect(scale.pixels).toBeLessThanOrEqual(70);
  });

  it('stands in the middle when the village has no point', () => {
    expect(placePicture(visit, null, 5, 264, 150)).toMatchObject({ visit: { x: 132, y: 75 }, village: null });
  });
});
