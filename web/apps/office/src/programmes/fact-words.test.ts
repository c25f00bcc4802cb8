import { describe, expect, it } from 'vitest';
import { factInWords } from './fact-words.ts';

const words = {
  language: 'id' as const,
  label: (name: string) => name,
  number: String,
  yes: 'ya',
  no: 'tidak',
  missing: 'belum dijawab',
  notAsked: 'tidak perlu ditanyakan',
};
const known = [{ name: 'aidYears', type: 'map', choices: [{ code: 'pkh', label: { id: 'PKH', en: 'PKH' } }] }];
const say = (name: string, value: Parameters<typeof factInWords>[0]['value']) => factInWords({ name, value }, known, words);

describe('A fact in words', () => {
  it('tells what is missing from what was not asked', () => {
    expect(say('members.school', null)).toBe('members.school: belum dijawab');
    expect(say('members.school', ['', ''])).toBe('members.school: tidak perlu ditanyakan');
    expect(say('house.power', '')).toBe('house.power: tidak perlu ditanyakan');
    expect(say('members.school', ['', 'in_school'])).toBe('members.school: in_school');
  });

  it('names each aid with its year', () => {
    expect(say('aidYears', { pkh: 2022 })).toBe('aidYears: PKH 2022');
  });

  it('says no as plainly as nought', () => {
    expect(say('house.weakRoof', false)).toBe('house.weakRoof: tidak');
    expect(say('incomeEach', 0)).toBe('incomeEach: 0');
  });
});
