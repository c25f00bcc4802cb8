import { afterEach, describe, expect, it } from 'vitest';
import { offerSignatures, signatureLabels } from './signature.ts';

const form = `<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model><itext>
  <translation lang="id"><text id="s"><value>Tanda tangan</value></text></translation>
  <translation lang="en"><text id="s"><value>Signature</value></text></translation></itext></model></h:head>
  <h:body><upload ref="/d/s" mediatype="image/*" appearance="signature"><label ref="jr:itext('s')"/></upload>
  <upload ref="/d/p" mediatype="image/*"><label>Foto</label></upload></h:body></h:html>`;
const question = (label: string) =>
  `<div class="question-container"><div class="control-text"><label>${label}</label></div><div class="capture-buttons"><input type="file"></div></div>`;

let stop = () => {};
afterEach(() => {
  stop();
  document.body.innerHTML = '';
});

describe('signing on the screen', () => {
  it('is for the questions the form says are signed, in every language', () => {
    expect([...signatureLabels(form)]).toEqual(['Tanda tangan', 'Signature']);
  });

  it('is offered once on each of them, also when it is drawn later', async () => {
    document.body.innerHTML = question('Foto');
    const opened: HTMLInputElement[] = [];
    stop = offerSignatures(document.body, new Set(['Tanda tangan']), 'Tanda tangani', (input) => opened.push(input));
    expect(document.querySelector('.sign')).toBeNull();
    document.body.insertAdjacentHTML('beforeend', question('Tanda tangan'));
    await expect.poll(() => document.querySelectorAll('.sign').length).toBe(1);
    document.querySelector<HTMLButtonElement>('.sign')?.click();
    expect(opened).toEqual([document.querySelectorAll('input')[1]]);
  });
});
