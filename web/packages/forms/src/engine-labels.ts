/**
 * The form engine (0.22) names no number field and no group of choices. This ties each question's own label to them after the engine has
 * drawn them, so that a screen reader says what is asked.
 */
export function nameQuestions(root: HTMLElement): () => void {
  const name = () => {
    for (const question of root.querySelectorAll<HTMLElement>('.question-container:not([role])')) {
      const label = question.querySelector<HTMLLabelElement>('.control-text label[for]');
      if (!label) continue;
      label.id = `${label.htmlFor}_label`;
      question.setAttribute('role', 'group');
      question.setAttribute('aria-labelledby', label.id);
    }
    for (const field of root.querySelectorAll<HTMLElement>('.question-container[role] input[role=spinbutton]:not([aria-labelledby])')) {
      field.setAttribute('aria-labelledby', field.closest('.question-container')?.getAttribute('aria-labelledby') ?? '');
    }
  };
  name();
  const observer = new MutationObserver(name);
  observer.observe(root, { childList: true, subtree: true });
  return () => observer.disconnect();
}
