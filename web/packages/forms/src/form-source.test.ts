import { describe, expect, it } from 'vitest';
import { askPlaces, inLanguage, presetCase, withKnownTexts, withoutLostFiles } from './form-source.ts';
import { scaledSize } from './photos.ts';

const form = (nodes: string) =>
  `<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model><instance><data id="f">${nodes}</data></instance></model></h:head><h:body/></h:html>`;

describe('presetting the family of a form', () => {
  it('writes the number of the case into both nodes', () => {
    const preset = presetCase(form('<preset/><case/><note/>'), '000123-4');
    expect(preset).toContain('<case>000123-4</case>');
    expect(preset).toContain('<preset>000123-4</preset>');
    expect(preset).not.toContain('<note>0');
  });

  it('leaves a form without a family question alone', () => {
    expect(presetCase(form('<note/>'), '000123-4')).not.toContain('000123-4');
  });
});

describe('answers that come back', () => {
  it('are opened without the pictures that never arrived', () => {
    const asking =
      '<h:html xmlns:h="http://www.w3.org/1999/xhtml"><upload ref="/data/photos/roof"/><upload ref="/data/photos/wall"/></h:html>';
    const answers = '<data><photos><roof>1.jpg</roof><wall>2.jpg</wall></photos><house><wall>brick</wall></house><note>2.jpg</note></data>';
    expect(withoutLostFiles(answers, asking, ['1.jpg'])).toMatch(
      /<roof>1\.jpg<\/roof><wall\s*(\/>|><\/wall>)<\/photos><house><wall>brick<\/wall><\/house><note>2\.jpg<\/note>/,
    );
  });
});

describe('the language a form opens in', () => {
  const two = `<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model><itext><translation default="true()" lang="Bahasa Indonesia (id)"/><translation lang="English (en)"/></itext></model></h:head><h:body/></h:html>`;

  it('is the one asked for', () => {
    expect(inLanguage(two, 'en')).toMatch(/<translation lang="Bahasa Indonesia \(id\)"\s*\/>/);
    expect(inLanguage(two, 'en')).toMatch(/lang="English \(en\)" default="true\(\)"/);
  });

  it('stays as it is where the form does not have it', () => {
    expect(inLanguage(two, 'ban')).toBe(two);
  });
});

describe('the texts of a form', () => {
  const texts = (values: string) =>
    `<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><text id="roof"><value>Atap</value>${values}</text></h:html>`;
  const picture = '<value form="image">jr://images/atap.png</value>';

  it('are those that the engine shows or plays', () => {
    expect(withKnownTexts(texts(`${picture}<value form="big-image">jr://images/besar.png</value>`))).toBe(texts(picture));
  });

  it('stay as they are where it knows them all', () => {
    expect(withKnownTexts(texts(picture))).toBe(texts(picture));
  });
});

describe('the places a form asks for', () => {
  const asking = (type: string) =>
    `<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model><bind nodeset="/data/at" type="${type}"/></model></h:head><h:body><input ref="/data/at"/></h:body></h:html>`;

  it('are all drawn by our own part', () => {
    expect(askPlaces(asking('geopoint'))).toContain('<input ref="/data/at" appearance="maps"');
  });

  it('are none in a form that asks for other things', () => {
    expect(askPlaces(asking('string'))).toBe(asking('string'));
  });
});

describe('scaling a photo', () => {
  it('brings the longer side to 1600 and keeps the shape', () => {
    expect(scaledSize(4000, 3000)).toEqual({ width: 1600, height: 1200 });
    expect(scaledSize(3000, 4000)).toEqual({ width: 1200, height: 1600 });
  });

  it('never makes a small photo larger', () => {
    expect(scaledSize(800, 600)).toEqual({ width: 800, height: 600 });
  });
});
