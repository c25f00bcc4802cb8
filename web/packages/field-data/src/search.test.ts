import type { FieldFamily } from '@tuntas/contract';
import { describe, expect, it } from 'vitest';
import { searchFamilies } from './search.ts';

const luh = {
  name: 'Ni Luh Contoh',
  number: '000012-3',
  address: 'Jalan Pura',
  hamlet: 'Kelod',
  villageName: 'Pedawa',
  members: [{ name: "Kadek Ma'ruf" }],
};
const wayan = { name: 'I Wayan Misal', number: '000013-4', address: '', hamlet: 'Kaja', villageName: 'Sidetapa', members: [] };
const families = [luh, wayan] as unknown as FieldFamily[];
const found = (typed: string) => searchFamilies(families, typed).map((family) => family.number);

describe('Searching families', () => {
  it('finds by any part of head, member, place or number, in any order and case', () => {
    expect(found('luh PEDAWA')).toEqual(['000012-3']);
    expect(found('contoh luh')).toEqual(['000012-3']);
    expect(found('isal')).toEqual(['000013-4']);
    expect(found('000013')).toEqual(['000013-4']);
    expect(found('tidak ada')).toEqual([]);
    expect(found(' ')).toEqual(['000012-3', '000013-4']);
  });

  it('does not mind marks and apostrophes', () => {
    expect(found('Contóh')).toEqual(['000012-3']);
    expect(found('maruf')).toEqual(['000012-3']);
    expect(found("ma'ruf")).toEqual(['000012-3']);
  });

  it.each(['Wajan', 'Wyan', 'Waayan', 'Wayna', 'wayen misal'])('forgives the one wrong letter in %s', (typed) => {
    expect(found(typed)).toEqual(['000013-4']);
  });

  it('forgives no second error, none in a short word, and none in a number', () => {
    expect(found('Wojen')).toEqual([]);
    expect(found('kja')).toEqual([]);
    expect(found('000014')).toEqual([]);
  });

  it('shows what fits to the letter alone where there is such a thing', () => {
    const close = [wayan, { ...wayan, number: '000014-5', name: 'I Wajan Misal' }] as unknown as FieldFamily[];
    expect(searchFamilies(close, 'wajan').map((family) => family.number)).toEqual(['000014-5']);
  });
});
