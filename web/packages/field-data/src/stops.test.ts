import type { FieldFamily, FieldVillage } from '@tuntas/contract';
import { describe, expect, it } from 'vitest';
import { inOrder, stopsOf } from './stops.ts';
import type { Sort } from './stops.ts';

const here = { lat: -8.1, lng: 115.1 };
const villages: readonly FieldVillage[] = [
  { code: 'v1', name: 'Selat', district: 'Sukasada', lat: -8.12, lng: 115.1 },
  { code: 'v2', name: 'Ambengan', district: 'Sukasada', lat: -8.11, lng: 115.1 },
  { code: 'v3', name: 'Tanpa Titik', district: 'Sukasada', lat: null, lng: null },
];
const family = (name: string, village: string, more: Partial<FieldFamily> = {}) =>
  ({
    id: name,
    name,
    village,
    villageName: villages.find((one) => one.code === village)?.name,
    hamlet: null,
    lat: null,
    lng: null,
    state: 'assigned',
    ...more,
  }) as FieldFamily;

const open = (one: FieldFamily) => one.state !== 'approved';
const order = (families: readonly FieldFamily[], sort: Sort, from: typeof here | null = here) =>
  inOrder(stopsOf(families, villages, from), sort, from, open).map((stop) => stop.family.name);
const placeOf = (families: readonly FieldFamily[], name: string) =>
  stopsOf(families, villages, here).find((stop) => stop.family.name === name)!;

describe('Where a family lives', () => {
  const located = family('Gede', 'v1', { lat: -8.105, lng: 115.1, hamlet: 'Kaja' });

  it('is its house once that is located, with distance and direction', () => {
    const stop = placeOf([located], 'Gede');
    expect(stop.at).toMatchObject({ by: 'house', lat: -8.105 });
    expect(stop.metres).toBeCloseTo(556, -1);
    expect(stop.degrees).toBeCloseTo(180);
  });

  it('is the located houses of its hamlet, else its village’s centre, and says so', () => {
    const families = [located, family('Putu', 'v1', { hamlet: 'KAJA' }), family('Kadek', 'v1', { hamlet: 'Kelod' })];
    expect(placeOf(families, 'Putu').at).toEqual({ by: 'hamlet', lat: -8.105, lng: 115.1 });
    expect(placeOf(families, 'Kadek').at).toEqual({ by: 'village', lat: -8.12, lng: 115.1 });
  });

  it('is not known where the village has no centre either', () => {
    expect(placeOf([family('Nengah', 'v3')], 'Nengah')).toMatchObject({ at: null, metres: null, degrees: null });
  });
});

describe('The list of families', () => {
  const families = [
    family('Ni Wayan', 'v1'),
    family('I Ketut', 'v3'),
    family('Gede', 'v2', { state: 'approved' }),
    family('I Made', 'v2', { lat: -8.13, lng: 115.1 }),
    family('Putu', 'v2'),
  ];

  it('goes by the way over the open families, then what has no place, then what is done', () => {
    expect(order(families, 'way')).toEqual(['Putu', 'Ni Wayan', 'I Made', 'I Ketut', 'Gede']);
  });

  it('goes by distance, what has no place last', () => {
    expect(order(families, 'distance')).toEqual(['Gede', 'Putu', 'Ni Wayan', 'I Made', 'I Ketut']);
  });

  it('goes by name, and by village and then name', () => {
    expect(order(families, 'name')).toEqual(['Gede', 'I Ketut', 'I Made', 'Putu', 'Ni Wayan']);
    expect(order(families, 'village')).toEqual(['Gede', 'I Made', 'Putu', 'Ni Wayan', 'I Ketut']);
  });

  it('goes by village while nobody knows where the officer stands', () => {
    expect(order(families, 'way', null)).toEqual(order(families, 'village'));
    expect(order(families, 'distance', null)).toEqual(order(families, 'village'));
  });
});
