import { describe, expect, it } from 'vitest';
import { presetAttempts } from './attempts.ts';

const at = (hour: number, day = 1) => new Date(2023, 1, day, hour);
const attempt = (time: Date) => ({ at: time.toISOString(), lat: -8.1, lng: 115.1, accuracy: 9 });
const form = (attempts: string, groups: string) =>
  `<data xmlns:jr="j"><contact><attempts>${attempts}</attempts></contact>${groups}<members/></data>`;
const template = '<attempt jr:template=""><number/><on/><part_of_day/></attempt>';

describe('The attempts before', () => {
  it('are counted with this visit and dated', () => {
    const xml = presetAttempts(form('1', template), [attempt(at(9)), attempt(at(12, 2))], at(16, 3));
    expect(xml).toContain('<attempts>3</attempts>');
    expect([...xml.matchAll(/<on>(.*?)<\/on><part_of_day>(.*?)</g)].map(([, on, part]) => [on, part])).toEqual([
      ['2023-02-01', 'morning'],
      ['2023-02-02', 'noon'],
      ['2023-02-03', 'afternoon'],
    ]);
    expect(xml.indexOf('template')).toBeLessThan(xml.indexOf('2023-02-01'));
    expect(xml.indexOf('2023-02-03')).toBeLessThan(xml.indexOf('<members'));
  });

  it('are dated by the office where the phone is ahead, and by the phone where it is behind', () => {
    const days = (ahead: number) =>
      [...presetAttempts(form('1', template), [attempt(at(9, 5))], at(16, 6), ahead).matchAll(/<on>(.*?)</g)].map(([, on]) => on);
    expect(days(2 * 86_400_000)).toEqual(['2023-02-03', '2023-02-04']);
    expect(days(-2 * 86_400_000)).toEqual(['2023-02-05', '2023-02-06']);
  });

  it('replace what a draft said of fewer', () => {
    const xml = presetAttempts(form('1', '<attempt><number>1</number><on/><part_of_day/></attempt>'), [attempt(at(9))], at(19));
    expect(xml.match(/<attempt>/g)).toHaveLength(2);
    expect(xml).toContain('<part_of_day>evening</part_of_day>');
  });

  it('leave alone an officer who counts more, a form that does not ask, and a first visit', () => {
    const more = form('4', template);
    expect(presetAttempts(more, [attempt(at(9))], at(10))).toBe(more);
    expect(presetAttempts('<data><contact/></data>', [attempt(at(9))], at(10))).toBe('<data><contact/></data>');
    expect(presetAttempts(more, [], at(10))).toBe(more);
  });
});
