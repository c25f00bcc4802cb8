import { describe, expect, it } from 'vitest';
import { addressLine } from './address.ts';

describe('The address of a family', () => {
  it('names hamlet and village behind the street', () => {
    expect(addressLine({ address: 'Jalan Raya 3', hamlet: 'Banjar Dinas Kaja', villageName: 'Selat' })).toBe(
      'Jalan Raya 3, Banjar Dinas Kaja, Selat',
    );
  });

  it('does not say twice what the list has written into the address', () => {
    expect(addressLine({ address: 'BANJAR DINAS KAJA, SELAT', hamlet: 'Banjar Dinas Kaja', villageName: 'Selat' })).toBe(
      'BANJAR DINAS KAJA, SELAT',
    );
  });

  it('is the village where nothing else is known', () => {
    expect(addressLine({ address: null, hamlet: null, villageName: 'Selat' })).toBe('Selat');
  });
});
