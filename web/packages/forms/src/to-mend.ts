import { idInPage, partsAt } from './engine-state.ts';
import type { EngineRoot } from './engine-state.ts';

export interface Marks {
  /** The first question that is marked; null when none of them is asked for, undefined while the form loads. */
  first(): HTMLElement | null | undefined;
  stop(): void;
}

/** Says at the questions with these paths below `root`, also at those that are asked for later, what is wished of them. */
export function markToMend(root: HTMLElement, engine: () => EngineRoot | null, paths: readonly string[], wish: string): Marks {
  const meant = new Set(paths);
  const mark = () => {
    const form = meant.size > 0 ? engine() : null;
    for (const part of form ? partsAt(form, meant) : []) {
      const question = document.getElementById(idInPage(part));
      if (!question || question.matches('[data-mend]')) continue;
      const note = document.createElement('p');
      note.id = `${part.nodeId}_mend`;
      note.className = 'mend';
      note.textContent = wish;
      question.dataset['mend'] = '';
      question.prepend(note);
    }
  };
  mark();
  const drawn = new MutationObserver(mark);
  drawn.observe(root, { childList: true, subtree: true });
  return {
    first: () => (engine() ? root.querySelector<HTMLElement>('[data-mend]') : undefined),
    stop: () => drawn.disconnect(),
  };
}
