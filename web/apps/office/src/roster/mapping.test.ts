import { describe, expect, it } from 'vitest';
import { suggestedColumns } from './mapping.ts';

const header = (column: string, ...suggestions: string[]) => ({ column, header: column, suggestions });

describe('A suggested mapping', () => {
  it('takes the best suggestion of each column', () => {
    expect(suggestedColumns({ file: 'f', sheet: 's', headers: [header('A', 'nik'), header('B', 'name', 'head')] })).toEqual({
      nik: 'A',
      name: 'B',
    });
  });

  it('gives a field to one column only', () => {
    expect(
      suggestedColumns({ file: 'f', sheet: 's', headers: [header('A', 'name'), header('B', 'name', 'head'), header('C', 'name')] }),
    ).toEqual({ name: 'A', head: 'B' });
  });
});
