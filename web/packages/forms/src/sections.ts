import { idInPage } from './engine-state.ts';
import type { EngineNode } from './engine-state.ts';

/** Where a question stands among the parts of its form, and among the questions that are asked in its part; all from 1. */
export interface Place {
  readonly part: number;
  readonly parts: number;
  readonly number: number;
  /** How many are asked in the part. */
  readonly count: number;
}

interface Parts {
  readonly count: number;
  readonly byPath: ReadonlyMap<string, number>;
}

/**
 * Counts by the parts that the author made of a form, its groups at the top: they are as many whatever is answered. The returned function says
 * where `step` is among the steps that are asked now.
 */
export function takeSections(formXml: string, engine: () => EngineNode | null): (step: Element, steps: readonly Element[]) => Place {
  let read: Parts | null = null;
  const parts = (): Parts => (read ??= partsIn(formXml));
  const known = new Map<string, number>();

  /** What lengthens a repeat has no path of its own: it belongs to what is before it. */
  const partAt = (steps: readonly Element[], at: number): number => {
    const id = steps[at]?.id;
    if (!id) return at > 0 ? partAt(steps, at - 1) : 1;
    const state = known.has(id) ? null : engine();
    if (state) learn(state);
    return known.get(id) ?? 1;
  };
  const learn = (node: EngineNode): void => {
    const path = node.currentState.reference.replaceAll(/\[\d+\]/g, '');
    known.set(idInPage(node), parts().byPath.get(path) ?? 1);
    node.currentState.children?.forEach(learn);
  };

  return (step, steps) => {
    const at = steps.indexOf(step);
    const part = partAt(steps, at);
    let first = at;
    while (first > 0 && partAt(steps, first - 1) === part) first -= 1;
    let last = at;
    while (last < steps.length - 1 && partAt(steps, last + 1) === part) last += 1;
    return { part, parts: parts().count, number: at - first + 1, count: last - first + 1 };
  };
}

/** Questions outside of groups are a part as long as no group comes between them. */
function partsIn(formXml: string): Parts {
  const document = new DOMParser().parseFromString(formXml, 'application/xml');
  const body = Array.from(document.documentElement.children).find((node) => node.localName === 'body');
  const byPath = new Map<string, number>();
  let count = 0;
  let isLoose = false;
  for (const node of Array.from(body?.children ?? [])) {
    const isGroup = node.localName === 'group' || node.localName === 'repeat';
    if (isGroup || !isLoose) count += 1;
    isLoose = !isGroup;
    for (const one of [node, ...Array.from(node.getElementsByTagName('*'))]) {
      const path = one.getAttribute('ref');
      if (path && !byPath.has(path)) byPath.set(path, count);
    }
  }
  return { count, byPath };
}
