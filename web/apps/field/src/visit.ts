import type { FieldFamily, FieldWork } from '@tuntas/contract';
import type { Attempt, Draft, FieldStore } from '@tuntas/field-data';
import type { FormSource, GivenAnswers } from '@tuntas/forms';
import { presetAttempts, presetCase } from '@tuntas/forms';
import { formOf, formerOf, listOf } from './kept-forms.ts';
import { phoneId } from './phone.ts';

export function newDraft(family: FieldFamily, round: NonNullable<FieldWork['round']>): Draft {
  const now = new Date().toISOString();
  return {
    familyId: family.id,
    familyName: family.name,
    formId: round.formId,
    formVersion: round.formVersion,
    instanceId: null,
    deprecatedId: null,
    instanceXml: null,
    files: [],
    place: null,
    attempts: [],
    startedAt: now,
    savedAt: now,
  };
}

/** The draft with one more go at the address that met nobody; returns once it is on the phone. */
export async function withAttempt(store: FieldStore, draft: Draft, attempt: Attempt): Promise<Draft> {
  const next: Draft = { ...draft, attempts: [...draft.attempts, attempt], savedAt: attempt.at };
  await store.keepDraft(next);
  return next;
}

/** The draft with what was answered since; returns once it is on the phone. */
export async function withAnswers(store: FieldStore, draft: Draft, answers: GivenAnswers): Promise<Draft> {
  const known = new Map(draft.files.map((file) => [file.name, file]));
  const files = await Promise.all(
    answers.files.map((file) => {
      const before = known.get(file.name);
      return before?.size === file.size ? before : store.keepFile(answers.instanceId, file);
    }),
  );
  const { instanceId, deprecatedId, instanceXml, place } = answers;
  const next: Draft = { ...draft, instanceId, deprecatedId, instanceXml, place, files, savedAt: new Date().toISOString() };
  await store.keepDraft(next);
  return next;
}

/** The form as it opens: with the family filled in and, where there are, the answers of the draft or of the visit that came back. */
export async function sourceOf(store: FieldStore, draft: Draft, family: FieldFamily, returnedVisitId: string | null): Promise<FormSource> {
  const source: FormSource = {
    xml: presetAttempts(presetCase(await formOf(store, draft.formId, draft.formVersion), family.number), draft.attempts, new Date()),
    file: (name) => listOf(store, draft.formId, name),
    deviceId: phoneId(),
    attempts: draft.attempts,
  };
  if (draft.instanceXml !== null && draft.instanceId !== null) return { ...source, draft: answersOf(store, draft, draft.instanceId) };
  return returnedVisitId === null ? source : { ...source, former: await formerOf(store, returnedVisitId) };
}

function answersOf(store: FieldStore, draft: Draft, instanceId: string): NonNullable<FormSource['draft']> {
  return {
    instanceXml: presetAttempts(draft.instanceXml ?? '', draft.attempts, new Date(draft.savedAt)),
    fileNames: draft.files.map((file) => file.name),
    file: async (name) => {
      const kept = draft.files.find((file) => file.name === name);
      const file = kept ? await store.file(instanceId, kept) : null;
      return file ? new Response(file) : new Response(null, { status: 404 });
    },
    identity: { instanceId, deprecatedId: draft.deprecatedId },
    place: draft.place,
  };
}
