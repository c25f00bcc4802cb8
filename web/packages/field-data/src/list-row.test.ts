import { describe, expect, it } from 'vitest';
import { firstRow, onlyRows, withRows } from './list-row.ts';

describe('A list of a form', () => {
  it('takes a row by its columns, in their order, quoted where it must be', () => {
    expect(
      withRows('name,label,"member_count"\r\n000012-3,Ni Luh,4\r\n', [{ member_count: 1, name: 'X', label: 'Wayan "Adi", Kaja' }]),
    ).toBe('name,label,"member_count"\r\n000012-3,Ni Luh,4\r\nX,"Wayan ""Adi"", Kaja",1\r\n');
  });

  it('leaves a column empty that the row does not know, and drops what the list does not ask for', () => {
    expect(withRows('name,evidence\n', [{ name: 'X', other: 'y' }])).toBe('name,evidence\r\nX,\r\n');
  });

  it('tells what its first row says', () => {
    expect(firstRow('name,label,evidence\r\n12,"Wayan ""Adi"", Kaja",found:inside\r\n13,x,\r\n')).toEqual({
      name: '12',
      label: 'Wayan "Adi", Kaja',
      evidence: 'found:inside',
    });
    expect(firstRow('name,label\r\n')).toBeNull();
  });

  it('leaves out the rows of others', () => {
    const csv = 'name,family,label\r\n1-1,1,"Ni ""Luh""\nAyu"\r\n2-1,2,x\r\n1-2,1,y\r\n';
    expect(onlyRows(csv, 'family', '1')).toBe('name,family,label\r\n1-1,1,"Ni ""Luh""\nAyu"\r\n1-2,1,y\r\n');
    expect(onlyRows(csv, 'family', '3')).toBe('name,family,label\r\n');
    expect(onlyRows(csv, 'village', '1')).toBe(csv);
  });

  it('stays a list without rows', () => {
    expect(withRows('name\r\n', [])).toBe('name\r\n');
  });
});
