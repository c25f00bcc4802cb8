import type { Round } from '@tuntas/contract';
import { describe, expect, it } from 'vitest';
import { draftOf, newRound } from './draft.ts';

describe('A new round', () => {
  it('starts today with the lines of the regency and two attempts', () => {
    const draft = newRound('2023-02-01', { formId: 'verval', version: '1', title: 'Verval', current: true, lists: [], media: [] });
    expect(draft).toMatchObject({ opens: '2023-02-01', deadline: '2023-02-25', attemptsBeforeNotFound: 2, formId: 'verval' });
    expect(draft.povertyLines).toEqual([{ from: '2023-02-01', extreme: 322170, poor: 500000 }]);
  });
});

describe('A draft of a round', () => {
  it('can be changed without touching what was read', () => {
    const round: Round = { ...newRound('2023-02-01', undefined), id: 'r', version: 3 };
    const draft = draftOf(round);
    draft.evidence.found?.push('toilet');
    draft.povertyLines[0]!.extreme = 1;
    expect(round.evidence.found).not.toContain('toilet');
    expect(round.povertyLines[0]?.extreme).toBe(322170);
  });
});
