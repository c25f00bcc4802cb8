import type { ProgressRow, Region } from '@tuntas/contract';
import { describe, expect, it } from 'vitest';
import { classes, villageMap } from './village-map.ts';

const village = (code: string, lat: number, lng: number): Region => ({ code, name: code, level: 'village', lat, lng });
const done = (key: string, visited: number, total: number): ProgressRow => ({
  key,
  name: key,
  total,
  visited,
  assigned: total,
  approved: 0,
  waiting: visited,
  returned: 0,
  findings: {},
  contacts: {},
});
const villages = [village('51.08.01.2001', -8.2, 114.6), village('51.08.02.2001', -8.3, 115.4)];
const districts: Region[] = [
  { code: '51.08.01', name: 'Barat', level: 'district', lat: -8.2, lng: 114.6 },
  { code: '51.08.02', name: 'Timur', level: 'district', lat: -8.3, lng: 115.4 },
];

describe('The village map', () => {
  it('puts east to the right and north up', () => {
    const [west, east] = villageMap(villages, districts, [], 400).dots;
    expect(west?.x).toBeLessThan(east?.x ?? 0);
    expect(west?.y).toBeLessThan(east?.y ?? 0);
  });

  it('shades by the share that is visited', () => {
    const map = villageMap(villages, districts, [done('51.08.01.2001', 0, 10), done('51.08.02.2001', 8, 10)], 400);
    expect(map.dots.map((dot) => dot.step)).toEqual([0, 4]);
  });

  it('parts its shades evenly up to the village that is furthest, so that they tell villages apart early and late', () => {
    const early = villageMap(villages, districts, [done('51.08.01.2001', 1, 10), done('51.08.02.2001', 22, 100)], 400);
    expect(classes(early.shade)).toEqual([
      [1, 6],
      [7, 12],
      [13, 18],
      [19, 24],
    ]);
    expect(early.dots.map((dot) => dot.step)).toEqual([2, 4]);
    expect(classes(villageMap(villages, districts, [done('51.08.02.2001', 10, 10)], 400).shade).at(-1)).toEqual([76, 100]);
    const one = villageMap(villages, districts, [done('51.08.02.2001', 1, 1000)], 400);
    expect(one.dots.map((dot) => dot.step)).toEqual([0, 1]);
  });

  it('keeps every name inside the picture', () => {
    for (const name of villageMap(villages, districts, [], 400).names) {
      expect(name.x).toBeGreaterThan(0);
      expect(name.x).toBeLessThan(400);
    }
  });

  it('leaves out villages that have no place', () => {
    expect(villageMap([{ code: '51.08.01.2002', name: 'x', level: 'village', lat: null, lng: null }], districts, [], 400).dots).toEqual([]);
  });
});
