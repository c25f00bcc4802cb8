import { describe, expect, it } from 'vitest';
import { faultOf } from './photo-quality.ts';
import type { Pixels } from './photo-quality.ts';

const WIDTH = 320;
const HEIGHT = 240;
type Light = (x: number, y: number) => number;

function drawn(light: Light): Pixels {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) data.set([light(x, y), light(x, y), light(x, y), 255], 4 * (y * WIDTH + x));
  }
  return { data, width: WIDTH, height: HEIGHT };
}

/** A house of planks before the sky. */
const house: Light = (x, y) => (x < 60 || x > 260 || y < 80 ? 190 : y % 16 < 2 ? 70 : 120);

/** The same through a lens that is out of focus: each point is the mean of those around it. */
const outOfFocus =
  (light: Light, radius: number): Light =>
  (x, y) => {
    let sum = 0;
    for (let dy = -radius; dy <= radius; dy++) for (let dx = -radius; dx <= radius; dx++) sum += light(x + dx, y + dy);
    return sum / (2 * radius + 1) ** 2;
  };
const dimmed =
  (light: Light, by: number): Light =>
  (x, y) =>
    light(x, y) * by;

describe('A photo', () => {
  it('of a house in the light, in focus, is good', () => {
    expect(faultOf(drawn(house))).toBeNull();
  });

  it('of a plain wall in focus is good', () => {
    expect(faultOf(drawn((x, y) => 150 + ((x * 7 + y * 13) % 11)))).toBeNull();
  });

  it('out of focus is blurred', () => {
    expect(faultOf(drawn(outOfFocus(house, 8)))).toBe('blurred');
  });

  it('of nothing but the inside of a pocket is blurred, or dark', () => {
    expect(faultOf(drawn(() => 128))).toBe('blurred');
    expect(faultOf(drawn(() => 3))).toBe('dark');
  });

  it('with little light is dark, however sharp', () => {
    expect(faultOf(drawn(dimmed(house, 0.2)))).toBe('dark');
    expect(faultOf(drawn(dimmed(house, 0.5)))).toBeNull();
  });
});
