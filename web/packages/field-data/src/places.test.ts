import type { FieldFamily } from '@tuntas/contract';
import { describe, expect, it } from 'vitest';
import { byDistance, distanceInMetres, searchFamilies } from './index.ts';

describe('Distance', () => {
  it('is right for a degree of latitude', () => {
    expect(distanceInMetres({ lat: -8, lng: 115 }, { lat: -9, lng: 115 })).toBeCloseTo(111_195, -2);
  });

  it('orders families, those without a place last', () => {
    const from = { lat: -8.1, lng: 115.1 };
    const near = { lat: -8.11, lng: 115.1 };
    const far = { lat: -8.3, lng: 115.1 };
    const nowhere = { lat: null, lng: null };
    expect(byDistance(from, [nowhere, far, near]).map((entry) => entry.item)).toEqual([near, far, nowhere]);
  });
});

describe('Searching families', () => {
  const families = [
    {
      name: 'Ni Luh Contoh',
      number: '000012-3',
      address: 'Jalan Pura',
      hamlet: 'Kelod',
      villageName: 'Pedawa',
      members: [{ name: 'Kadek Umpama' }],
    },
    { name: 'I Wayan Misal', number: '000013-4', address: '', hamlet: 'Kaja', villageName: 'Sidetapa', members: [] },
  ] as unknown as FieldFamily[];

  it('finds by any word of head, member, place or number, in any case', () => {
    expect(searchFamilies(families, 'luh PEDAWA')).toEqual([families[0]]);
    expect(searchFamilies(families, 'umpama')).toEqual([families[0]]);
    expect(searchFamilies(families, '000013')).toEqual([families[1]]);
    expect(searchFamilies(families, 'tidak ada')).toEqual([]);
    expect(searchFamilies(families, ' ')).toEqual(families);
  });
});
