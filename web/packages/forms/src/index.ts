/// <reference path="./web-forms.d.ts" />
/// <reference path="./exifr.d.ts" />
export { presetAttempts } from './attempts.ts';
export { presetCase } from './form-source.ts';
export type { FilledForm, FormerAnswers, FormSource, GivenAnswers } from './form-source.ts';
/** The engine is large: load it only when a form opens, and at once what it would load itself between two questions. */
export const loadVisitForm = () => Promise.all([import('./VisitForm.vue'), import('./PlaceBlock.vue')]).then(([form]) => form);
