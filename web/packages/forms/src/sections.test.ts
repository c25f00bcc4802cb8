import { describe, expect, it } from 'vitest';
import type { EngineNode } from './engine-state.ts';
import { takeSections } from './sections.ts';

const FORM = `<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head/><h:body>
  <select1 ref="/data/case"/><input ref="/data/note"/>
  <group ref="/data/members"><group><repeat nodeset="/data/members/member"><input ref="/data/members/member/job"/></repeat></group></group>
  <group><upload ref="/data/photo"/></group>
  </h:body></h:html>`;

const node = (reference: string, ...children: EngineNode[]): EngineNode => ({
  nodeId: reference,
  nodeType: 'input',
  appearances: null,
  currentState: { reference, children },
});

describe('Where a question stands', () => {
  const members = [1, 2].map((n) => node(`/data/members/member[${n}]`, node(`/data/members/member[${n}]/job`)));
  const form = node('/data', node('/data/case'), node('/data/note'), node('/data/members', ...members), node('/data/photo'));
  const step = (path: string) => Object.assign(document.createElement('div'), { id: path && `${path}_container` });
  const [first, note] = [step('/data/case'), step('/data/note')];
  const [one, two] = [step('/data/members/member[1]/job'), step('/data/members/member[2]/job')];
  const [another, photo] = [step(''), step('/data/photo')];

  it('is told by its part, of which there are as many however many questions are asked', () => {
    const where = takeSections(FORM, () => form);
    expect(where(note, [first, note])).toEqual({ part: 1, parts: 3, number: 2, count: 2 });
    const all = [first, note, one, two, another, photo];
    expect(where(note, all)).toEqual({ part: 1, parts: 3, number: 2, count: 2 });
    expect(where(two, all)).toEqual({ part: 2, parts: 3, number: 2, count: 3 });
    expect(where(another, all)).toEqual({ part: 2, parts: 3, number: 3, count: 3 });
    expect(where(photo, all)).toEqual({ part: 3, parts: 3, number: 1, count: 1 });
  });
});
