import { describe, expect, it } from 'vitest';
import { faultOf } from './photo-quality.ts';
import type { Pixels } from './photo-quality.ts';

const [WIDTH, HEIGHT] = [480, 360];
/** The small picture is so many times smaller. */
const SMALLER = 3;
type Light = (x: number, y: number) => number;

/** 5, 1, 0 and 8, five points wide and seven high. */
const DIGITS = [
  '111110000111110000010000110001011101',
  '001000110000100001000010000100011101',
  '011101000110011101011100110001011101',
  '011101000110001011101000110001011101',
];
/** Digits of 21 pixels, as a family card has them in a photo of the size that is sent. */
const letters: Light = (x, y) => {
  const [column, row] = [Math.floor(x / 3), Math.floor(y / 3)];
  const digit = DIGITS[(Math.floor(column / 6) + Math.floor(row / 16)) % DIGITS.length]!;
  return column % 6 < 5 && row % 16 < 7 && digit[(row % 16) * 5 + (column % 6)] === '1' ? 35 : 240;
};
const PICTURES: Readonly<Record<string, Light>> = {
  'a family card': (x, y) => (x < 40 || x > 440 ? 105 : letters(x, y)),
  'a pale family card': (x, y) => 110 + letters(x, y) * 0.4,
  'a house front under the sky': (x, y) => (x < 90 || x > 390 || y < 120 ? 190 : y % 60 < 20 ? 70 : 120),
  'a house front of nothing but walls': (x, y) => (x < 180 || y < 150 ? 175 : 95),
  'a dark room': (x, y) => (x > 300 && y > 90 ? 90 : y > 230 && y % 50 < 4 ? 25 : 58),
  'a plain wall': (x, y) => 150 + ((Math.floor(x / 3) * 7 + Math.floor(y / 3) * 13) % 11),
};

/** Grain of a cheap camera, the same in every run. */
const grain = (x: number, y: number, most: number) => (((x * 7919 + y * 104729) % 101) / 50 - 1) * most;

/** A picture and the same made small, through a lens that smears each point three times over so many pixels to every side: nearly as one that is out of focus. */
function photographed(light: Light, reach = 0, most = 0): [Pixels, Pixels] {
  let points = Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => light(i % WIDTH, Math.floor(i / WIDTH)));
  for (let time = 0; time < 3; time++) points = smeared(smeared(points, reach, [WIDTH, 1]), reach, [HEIGHT, WIDTH]);
  const at: Light = (x, y) => points[y * WIDTH + x]! + grain(x, y, most);
  const small: Light = (x, y) => {
    let sum = 0;
    for (const dy of [0, 1, 2]) for (const dx of [0, 1, 2]) sum += at(x * SMALLER + dx, y * SMALLER + dy);
    return sum / 9;
  };
  return [pixels(at, WIDTH, HEIGHT), pixels(small, WIDTH / SMALLER, HEIGHT / SMALLER)];
}

function pixels(light: Light, width: number, height: number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < width * height; i++) data.fill(light(i % width, Math.floor(i / width)), 4 * i, 4 * i + 4);
  return { data, width, height };
}

/** Each point the mean of those up to `reach` before and behind it, in rows or in columns. */
function smeared(points: Float32Array<ArrayBuffer>, reach: number, [length, step]: readonly [number, number]): Float32Array<ArrayBuffer> {
  const smear = new Float32Array(points.length);
  for (let line = 0; line < points.length / length; line++) {
    const first = step === 1 ? line * length : line;
    const at = (k: number) => points[first + Math.min(length - 1, Math.max(0, k)) * step]!;
    let sum = 0;
    for (let k = -reach; k <= reach; k++) sum += at(k);
    for (let k = 0; k < length; k++) {
      smear[first + k * step] = sum / (2 * reach + 1);
      sum += at(k + reach + 1) - at(k - reach);
    }
  }
  return smear;
}

const lit =
  (light: Light, by: number): Light =>
  (x, y) =>
    light(x, y) * by;

describe('A photo', () => {
  for (const [name, light] of Object.entries(PICTURES)) {
    it(`of ${name} in focus is good, through a good lens and a cheap one`, () => {
      expect(faultOf(...photographed(light))).toBeNull();
      expect(faultOf(...photographed(light, 1, 4))).toBeNull();
    });
  }

  for (const name of ['a family card', 'a pale family card', 'a house front under the sky', 'a house front of nothing but walls']) {
    it(`of ${name} is blurred when letters cannot be read`, () => {
      for (const reach of [3, 6, 10]) expect([reach, faultOf(...photographed(PICTURES[name]!, reach))]).toEqual([reach, 'blurred']);
      expect(faultOf(...photographed(PICTURES[name]!, 3, 4))).toBe('blurred');
    });
  }

  for (const name of ['a dark room', 'a plain wall']) {
    it(`of ${name} is blurred when nothing in it is sharp`, () => {
      expect(faultOf(...photographed(PICTURES[name]!, 16))).toBe('blurred');
    });
  }

  it('of nothing but the inside of a pocket is blurred, or dark', () => {
    expect(faultOf(...photographed(() => 128))).toBe('blurred');
    expect(faultOf(...photographed(() => 3))).toBe('dark');
  });

  it('with little light is dark, however sharp', () => {
    const house = PICTURES['a house front under the sky']!;
    expect(faultOf(...photographed(lit(house, 0.2)))).toBe('dark');
    expect(faultOf(...photographed(lit(house, 0.5)))).toBeNull();
  });
});
