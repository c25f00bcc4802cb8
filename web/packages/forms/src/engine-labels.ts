const FIELD = 'input[type=text], textarea';

/**
 * The form engine (0.22) names no number field and no group of choices, ties neither hint nor message to what they are about, and says with
 * a star alone what must be answered. This ties
 * each question's own words to it after the engine has drawn them, so that a screen reader says what is asked and what is wrong.
 */
export function nameQuestions(root: HTMLElement): () => void {
  const name = () => {
    for (const label of root.querySelectorAll<HTMLLabelElement>('.question-container:not([role]) .control-text label[for]')) {
      const question = label.closest<HTMLElement>('.question-container')!;
      label.id = `${label.htmlFor}_label`;
      question.setAttribute('role', question.querySelector('input[type=radio]') ? 'radiogroup' : 'group');
      if (label.matches('.required')) requiredIn(question)?.setAttribute('aria-required', 'true');
      question.setAttribute('aria-labelledby', label.id);
      question.setAttribute('aria-describedby', `${label.htmlFor}_mend ${label.htmlFor}_hint ${label.htmlFor}_error`);
      question.querySelector('.hint')?.setAttribute('id', `${label.htmlFor}_hint`);
    }
    for (const message of root.querySelectorAll<HTMLElement>('.question-container[role] .validation-message:not([id])')) {
      message.id = describing(message).split(' ').at(-1) ?? '';
    }
    for (const field of root.querySelectorAll<HTMLElement>(`.question-container[role] :is(${FIELD}):not([aria-describedby])`)) {
      field.setAttribute('aria-describedby', describing(field));
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

/** What says of a question that it must be answered; several boxes to tick, pictures and places have no such property. */
function requiredIn(question: HTMLElement): Element | null {
  return question.matches('[role=radiogroup]') ? question : question.querySelector(`:is(${FIELD})`);
}

const describing = (part: HTMLElement) => part.closest('.question-container')?.getAttribute('aria-describedby') ?? '';
