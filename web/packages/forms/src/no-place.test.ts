import { describe, expect, it } from 'vitest';
import { giveReasons, takeReasons, withWayOut } from './no-place.ts';

const WORDS = { why: 'Mengapa?', no_signal: 'Tidak ada sinyal', device: 'Rusak', not_allowed: 'Tidak diizinkan' };
const form = (bind: string) => `<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model>
  <instance><data id="f"><well><place/></well></data></instance>
  <bind nodeset="/data/well/place" type="geopoint" ${bind}/>
  </model></h:head><h:body><repeat nodeset="/data/well"><input ref="/data/well/place"><label>Lokasi</label></input></repeat></h:body></h:html>`;
const why = (xml: string, name: string) => new DOMParser().parseFromString(xml, 'application/xml').getElementsByTagName(name)[0];

describe('A place that a form requires', () => {
  it('has a way out where the phone gives none: why, asked as long as there is no place', () => {
    const asked = withWayOut(form(`required="true()" relevant="../kind = 'spring'"`), WORDS);
    expect(asked).toContain('<place/><place_no_place_here/>');
    expect(asked).toContain(
      `nodeset="/data/well/place_no_place_here" type="string" relevant="(../kind = 'spring') and (true()) and (../place = '')" required="true()"`,
    );
    expect(asked).toMatch(/nodeset="\/data\/well\/place" type="geopoint" relevant="[^"]*"\s*\/>/);
    expect(why(asked, 'select1')?.previousElementSibling?.getAttribute('ref')).toBe('/data/well/place');
    expect(why(asked, 'select1')?.textContent).toContain('Tidak ada sinyal');
  });

  it.each(['', 'required="false()"'])('needs none where the form does not require it: %s', (bind) => {
    expect(withWayOut(form(bind), WORDS)).toBe(form(bind));
  });

  it('is told by its reason beside the answers, and comes back to the form', () => {
    const bare = '<data><well><place>-8 115 0 9</place></well><well><place></place></well></data>';
    const open = bare.replace('<place></place>', '<place></place><place_no_place_here>no_signal</place_no_place_here>');
    const taken = takeReasons(open);
    expect(taken.places).toEqual([{ path: '/data/well[2]/place', reason: 'no_signal' }]);
    expect(taken.instanceXml).not.toContain('no_place_here');
    expect(takeReasons(giveReasons(taken.instanceXml, taken.places)).places).toEqual(taken.places);
  });
});
