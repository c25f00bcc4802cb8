import { afterEach, describe, expect, it } from 'vitest';
import type { EngineNode } from './engine-state.ts';
import { offerPictures } from './uploads.ts';

const part = (
  nodeId: string,
  reference: string,
  wish: Partial<EngineNode> = {},
  children: readonly EngineNode[] | null = null,
): EngineNode => ({
  nodeId,
  nodeType: 'upload',
  appearances: {},
  currentState: { reference, children },
  ...wish,
});
const form = part('0', '/d', { nodeType: 'root' }, [
  part('1', '/d/well[2]', { nodeType: 'repeat-instance' }, [part('2', '/d/well[2]/roof')]),
  part('3', '/d/s', { appearances: { signature: true } }),
  part('4', '/d/note', { nodeType: 'input' }),
]);
const question = (nodeId: string) =>
  `<div class="question-container" id="${nodeId}_container"><div class="control-text"><label><img src="a.png"> Foto <b>Bu Ani</b></label></div>
  <div class="capture-buttons"><input type="file"></div></div>`;

let stop = () => {};
afterEach(() => {
  stop();
  document.body.innerHTML = '';
});

describe('The picture questions of a form', () => {
  it('offer a signature or a camera once, whatever their labels, also when they are drawn later', async () => {
    document.body.innerHTML = question('2') + question('4');
    const opened: [string, HTMLInputElement][] = [];
    const words = { sign: 'Tanda tangani', photo: 'Ambil foto' };
    stop = offerPictures(
      document.body,
      () => form,
      words,
      (upload, input) => opened.push([upload.name, input]),
    );
    expect([...document.querySelectorAll('button')].map((button) => button.textContent)).toEqual(['Ambil foto']);
    document.body.insertAdjacentHTML('beforeend', question('3'));
    await expect.poll(() => document.querySelectorAll('button').length).toBe(2);
    for (const button of document.querySelectorAll('button')) button.click();
    const inputs = document.querySelectorAll('input');
    expect(opened).toEqual([
      ['roof', inputs[0]],
      ['s', inputs[2]],
    ]);
    expect(document.querySelectorAll('button')[1]!.textContent).toBe('Tanda tangani');
  });

  it('offer nothing while the form loads', () => {
    document.body.innerHTML = question('2');
    stop = offerPictures(
      document.body,
      () => null,
      { sign: '', photo: '' },
      () => {},
    );
    expect(document.querySelector('button')).toBeNull();
  });
});
