import { afterEach, describe, expect, it } from 'vitest';
import { offerPictures, uploadsOf } from './uploads.ts';

const form = `<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model><itext>
  <translation lang="id"><text id="s"><value>Tanda tangan</value></text></translation>
  <translation lang="en"><text id="s"><value>Signature</value></text></translation></itext></model></h:head>
  <h:body><upload ref="/d/s" mediatype="image/*" appearance="signature"><label ref="jr:itext('s')"/></upload>
  <upload ref="/d/photos/roof" mediatype="image/*"><label>Foto atap</label></upload></h:body></h:html>`;
const question = (label: string) =>
  `<div class="question-container"><div class="control-text"><label>${label}</label></div><div class="capture-buttons"><input type="file"></div></div>`;

let stop = () => {};
afterEach(() => {
  stop();
  document.body.innerHTML = '';
});

describe('The picture questions of a form', () => {
  it('are known by their labels in every language', () => {
    expect([...uploadsOf(form)]).toEqual([
      ['Tanda tangan', { name: 's', signed: true }],
      ['Signature', { name: 's', signed: true }],
      ['Foto atap', { name: 'roof', signed: false }],
    ]);
  });

  it('offer a signature or a camera once, also when they are drawn later', async () => {
    document.body.innerHTML = question('Foto atap') + question('Lainnya');
    const opened: [string, HTMLInputElement][] = [];
    stop = offerPictures(document.body, uploadsOf(form), { sign: 'Tanda tangani', photo: 'Ambil foto' }, (upload, input) =>
      opened.push([upload.name, input]),
    );
    expect([...document.querySelectorAll('button')].map((button) => button.textContent)).toEqual(['Ambil foto']);
    document.body.insertAdjacentHTML('beforeend', question('Tanda tangan'));
    await expect.poll(() => document.querySelectorAll('button').length).toBe(2);
    for (const button of document.querySelectorAll('button')) button.click();
    const inputs = document.querySelectorAll('input');
    expect(opened).toEqual([
      ['roof', inputs[0]],
      ['s', inputs[2]],
    ]);
  });
});
