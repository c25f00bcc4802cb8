import { describe, expect, it } from 'vitest';
import { NOTHING_RECORDED, pathsOf, recordIn, withRecord } from './phone-record.ts';

const instance = '<data id="verval"><case>1</case><orx:meta xmlns:orx="o"><orx:instanceID>uuid:1</orx:instanceID></orx:meta></data>';
const attempts = [{ at: '2023-02-01T02:00:00Z', lat: -8.1, lng: 115.1, accuracy: 9 }];

describe('What the phone records beside the answers', () => {
  it('goes with the answers as metadata and is read again', () => {
    const sent = withRecord(instance, { attempts, photos: [], places: [] });
    expect(sent).toContain('<orx:phone>');
    expect(recordIn(sent)).toEqual({ attempts, photos: [], places: [] });
  });

  it('is there once, and the last word counts', () => {
    const sent = withRecord(withRecord(instance, NOTHING_RECORDED), { attempts, photos: [], places: [] });
    expect(withRecord(sent, { attempts, photos: [], places: [] }).match(/<orx:phone>/g)).toHaveLength(1);
  });

  it('leaves no trace when there is nothing, or when the engine opens the answers', () => {
    expect(withRecord(instance, NOTHING_RECORDED)).not.toContain('phone');
    expect(withRecord(withRecord(instance, { attempts, photos: [], places: [] }), NOTHING_RECORDED)).not.toContain('phone');
    expect(recordIn(instance)).toEqual(NOTHING_RECORDED);
  });

  it('finds the picture of each person by its path', () => {
    const paths = pathsOf(
      ['a.jpg', 'b.jpg', 'c.jpg'],
      '<data><house><front>a.jpg</front></house><member><face>b.jpg</face></member><member><face>c.jpg</face></member></data>',
    );
    expect(paths.get('a.jpg')).toBe('/data/house/front');
    expect(paths.get('b.jpg')).toBe('/data/member/face');
    expect(paths.get('c.jpg')).toBe('/data/member[2]/face');
  });
});
