import { describe, expect, it } from 'vitest';
import { groupedNik, maskedNik } from './nik.ts';

describe('A NIK', () => {
  it('shows its first and last four digits until it is tapped', () => {
    expect(maskedNik('5108060101150001')).toBe('5108••••••••0001');
  });

  it('shows nothing at all when it is too short to hide something', () => {
    expect(maskedNik('51080001')).toBe('••••••••');
  });

  it('is read in groups of four', () => {
    expect(groupedNik('5108060101150001')).toBe('5108 0601 0115 0001');
    expect(groupedNik('510806')).toBe('5108 06');
  });
});
