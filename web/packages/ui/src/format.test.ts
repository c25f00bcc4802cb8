import { describe, expect, it } from 'vitest';
import { Format, daysBetween } from './format.ts';

const id = new Format('id');
const en = new Format('en');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('In Indonesian', () => {
  it('writes thousands with a point and shares with a comma', () => {
    expect(id.number(5314)).toBe('5.314');
    expect(plain(id.percent(0.205))).toBe('20,5 %');
  });

  it('writes money as rupiah without cents', () => {
    expect(plain(id.rupiah(322170))).toBe('Rp 322.170');
  });

  it('writes days in full', () => {
    expect(id.day('2023-02-25')).toBe('25 Februari 2023');
    expect(id.weekday('2023-02-06')).toBe('Senin, 6 Februari 2023');
    expect(id.shortDay('2023-03-12')).toBe('12 Mar');
  });

  it('tells moments in the time of the regency', () => {
    expect(id.moment('2023-02-04T02:42:00Z')).toBe('4 Februari 2023 pukul 10.42 WITA');
    expect(id.calendarDay('2023-02-04T17:00:00Z')).toBe('2023-02-05');
  });
});

describe('In English', () => {
  it('writes the same facts the English way', () => {
    expect(en.number(5314)).toBe('5,314');
    expect(en.percent(0.205)).toBe('20.5%');
    expect(en.day('2023-02-25')).toBe('25 February 2023');
    expect(en.moment('2023-02-04T02:42:00Z')).toBe('4 February 2023 at 10:42 WITA');
  });
});

describe('Distances and sizes', () => {
  it('change their unit where people do', () => {
    expect(id.distance(412)).toBe('412 m');
    expect(id.distance(1540)).toBe('1,5 km');
    expect(id.bytes(2_400_000)).toBe('2,4 MB');
    expect(id.bytes(10_740_000_000)).toBe('10,7 GB');
    expect(id.bytes(300)).toBe('1 KB');
  });

  it('count days across months', () => {
    expect(daysBetween('2023-02-25', '2023-03-12')).toBe(15);
    expect(daysBetween('2023-02-06', '2023-02-03')).toBe(-3);
  });
});
