import { beforeEach, describe, expect, it } from 'vitest';
import type { EngineNode, EngineRoot } from './engine-state.ts';
import { markToMend } from './to-mend.ts';

describe('What the coordinator asks to be mended', () => {
  const root = document.createElement('div');
  let ids = 0;
  let form: EngineRoot | null;

  const question = (reference: string): EngineNode => {
    const nodeId = `node${ids++}`;
    root.insertAdjacentHTML('beforeend', `<div id="${nodeId}_container" class="question-container"><label>${reference}</label></div>`);
    return { nodeId, nodeType: 'input', appearances: {}, currentState: { reference, children: null } };
  };
  const group = (reference: string, ...children: EngineNode[]): EngineNode => ({
    nodeId: `group${ids++}`,
    nodeType: 'group',
    appearances: {},
    currentState: { reference, children },
  });
  const marked = () => [...root.querySelectorAll('[data-mend]')].map((one) => one.textContent);

  beforeEach(() => {
    document.body.replaceChildren(root);
    root.replaceChildren();
    form = null;
  });

  it('is said at each of these questions, those of every person and those that are asked for later too', async () => {
    const marks = markToMend(root, () => form, ['/data/photos/kk_card', '/data/member/school', '/data/roof', '/data/none'], 'Mend this: ');
    expect(marks.first(), 'the form still loads').toBeUndefined();
    const all = [
      question('/data/note'),
      group(
        '/data/member',
        group('/data/member[1]', question('/data/member[1]/school')),
        group('/data/member[2]', question('/data/member[2]/school')),
      ),
      group('/data/photos', question('/data/photos/kk_card')),
    ];
    form = group('/data', ...all) as EngineRoot;
    await Promise.resolve();
    expect(marked()).toEqual(['Mend this: /data/member[1]/school', 'Mend this: /data/member[2]/school', 'Mend this: /data/photos/kk_card']);
    expect(marks.first()?.textContent).toBe('Mend this: /data/member[1]/school');

    form = group('/data', ...all, question('/data/roof')) as EngineRoot;
    await Promise.resolve();
    expect(marked()).toHaveLength(4);
    expect(marked()[3]).toBe('Mend this: /data/roof');
    marks.stop();
  });

  it('at a question that is not asked for any more leads nowhere', async () => {
    const marks = markToMend(root, () => form, ['/data/roof'], 'Mend this: ');
    form = group('/data', question('/data/note')) as EngineRoot;
    await Promise.resolve();
    expect(marks.first()).toBeNull();
    marks.stop();
  });
});
