import type { Answer } from '@tuntas/contract';
import { describe, expect, it } from 'vitest';
import { sideBySide } from './side-by-side.ts';

const answer = (path: string, value: string): Answer => ({
  path,
  group: null,
  type: 'select1',
  value,
  label: { id: `${path} id`, en: `${path} en` },
  display: { id: `${value} id`, en: `${value} en` },
});

describe('Visits side by side', () => {
  it('mark the questions whose answers differ', () => {
    const rows = sideBySide(
      [{ answers: [answer('floor', 'earth'), answer('roof', 'tile')] }, { answers: [answer('floor', 'cement'), answer('roof', 'tile')] }],
      'id',
    );
    expect(rows.map((row) => [row.path, row.differs])).toEqual([
      ['floor', true],
      ['roof', false],
    ]);
  });

  it('leave a gap where a visit did not answer', () => {
    const rows = sideBySide([{ answers: [] }, { answers: [answer('floor', 'earth')] }], 'en');
    expect(rows).toEqual([{ path: 'floor', label: 'floor en', cells: [null, 'earth en'], differs: true }]);
  });

  it('mark nothing when there is one visit', () => {
    expect(sideBySide([{ answers: [answer('floor', 'earth')] }], 'id')[0]?.differs).toBe(false);
  });
});
