import { describe, expect, it } from 'vitest';
import { byName } from './names.ts';

const sorted = (...names: string[]) => names.sort(byName);

describe('Names', () => {
  it('stand in the order of their given parts, whether "I" or "Ni" goes before', () => {
    expect(sorted('Ni Wayan Sari', 'I Wayan Adi', 'I Ketut Rai', 'Made Oka', 'Ni Luh Ayu')).toEqual([
      'I Ketut Rai',
      'Ni Luh Ayu',
      'Made Oka',
      'I Wayan Adi',
      'Ni Wayan Sari',
    ]);
  });

  it('do not lose a name that only begins like the word', () => {
    expect(sorted('Nita', 'Ida Bagus Alit', 'I Gusti Oka', 'Nila')).toEqual(['I Gusti Oka', 'Ida Bagus Alit', 'Nila', 'Nita']);
  });

  it('do not mind marks and capitals', () => {
    expect(sorted('WAYAN B', 'Wayan Á', 'wayan c')).toEqual(['Wayan Á', 'WAYAN B', 'wayan c']);
  });
});
