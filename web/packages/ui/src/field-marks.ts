import { Problem } from '@tuntas/contract';
import type { Directive } from 'vue';
import { Format, type Language } from './format.ts';

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
type Say = (key: string, words: Record<string, string>) => string;

const isField = (one: unknown): one is Field =>
  one instanceof HTMLInputElement || one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement;
const fieldsOf = (form: HTMLFormElement) => Array.from(form.elements).filter(isField);
const noteId = (field: Field) => `salah-${field.id}`;
const describedBy = (field: Field) => (field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);

/** Says beside a field what is wrong with it, for the eye and for a screen reader. */
function mark(field: Field, text: string): void {
  field.id ||= crypto.randomUUID();
  const id = noteId(field);
  let note = document.getElementById(id);
  if (!note) {
    note = document.createElement('span');
    note.id = id;
    note.className = 'err';
    (field.closest('label') ?? field).after(note);
    field.setAttribute('aria-describedby', [...describedBy(field), id].join(' '));
  }
  note.textContent = text;
  field.setAttribute('aria-invalid', 'true');
}

function unmark(field: Field): void {
  const id = noteId(field);
  const note = document.getElementById(id);
  if (!note) return;
  note.remove();
  field.removeAttribute('aria-invalid');
  const others = describedBy(field).filter((one) => one !== id);
  if (others.length > 0) field.setAttribute('aria-describedby', others.join(' '));
  else field.removeAttribute('aria-describedby');
}

function missing(field: Field): string {
  if (field instanceof HTMLSelectElement || field.type === 'radio') return 'unchosen';
  if (field.type === 'checkbox') return 'unticked';
  return field.type === 'file' ? 'noFile' : 'empty';
}

/** Why the browser refuses a field, in the reader's words. */
function fault(field: Field, say: Say, language: Language): string {
  const { validity } = field;
  const bound = (text: string) => (field.type === 'date' ? new Format(language).day(text) : text);
  if (validity.valueMissing) return say(`field.${missing(field)}`, {});
  if (field instanceof HTMLInputElement && validity.rangeUnderflow) return say('field.tooLow', { bound: bound(field.min) });
  if (field instanceof HTMLInputElement && validity.rangeOverflow) return say('field.tooHigh', { bound: bound(field.max) });
  return say(validity.stepMismatch ? 'field.uneven' : 'field.unreadable', {});
}

/**
 * From now on a form that the browser does not send says so beside each field in the language of the page instead of the browser's, and the
 * first of these fields has the focus. A mark goes as soon as its field is right.
 */
export function markFields(say: Say, language: () => Language): void {
  document.addEventListener(
    'invalid',
    (event) => {
      const field = event.target;
      if (!isField(field) || !field.form) return;
      event.preventDefault();
      const wrong = fieldsOf(field.form).filter((one) => one.willValidate && !one.validity.valid);
      const first = wrong[0];
      if (field.type === 'radio' && wrong.find(({ name }) => name === field.name) !== field) return;
      mark(field, fault(field, say, language()));
      if (field === first) field.focus();
    },
    true,
  );
  for (const kind of ['input', 'change'])
    document.addEventListener(kind, ({ target }) => {
      if (isField(target) && target.id && target.validity.valid) unmark(target);
    });
}

/** On a form: marks the fields that a refusal speaks of, by their `name` as the server has it, and takes the marks away with it. */
export const vRefused: Directive<HTMLFormElement, unknown> = {
  updated(form, { value, oldValue }) {
    if (value === oldValue) return;
    fieldsOf(form).forEach(unmark);
    if (!(value instanceof Problem)) return;
    const wrong = value.errors.flatMap(({ pointer, detail }) => {
      const field = form.elements.namedItem(pointer.slice(1));
      return isField(field) && detail ? [{ field, detail }] : [];
    });
    for (const { field, detail } of wrong) mark(field, detail);
    wrong[0]?.field.focus();
  },
};
