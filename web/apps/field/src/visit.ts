import type { FieldFamily, FieldWork } from '@tuntas/contract';
import type { Attempt, Draft, FieldStore } from '@tuntas/field-data';
import { firstRow, onlyRows, withRows } from '@tuntas/field-data';
import type { FormSource, GivenAnswers } from '@tuntas/forms';
import { presetAttempts, presetCase } from '@tuntas/forms';
import { formOf, formerOf, listOf, mediaOf } from './kept-forms.ts';
import { phoneId } from './phone.ts';

/** A family as the form opens for it; one that no list names brings the name of its district itself. */
export type Visited = FieldFamily & { readonly districtName?: string | undefined };

/** The draft with its family as it is listed now; the identity numbers stay in the list alone. */
export function withFamily(draft: Draft, family: FieldFamily): Draft {
  return { ...draft, family: { ...family, members: family.members.map(({ nik: _nik, ...member }) => member) } };
}

/** The family as the answers of the built-in form name it: a draft that an older app began keeps none beside them. */
export function familyInAnswers({ familyId, familyName, instanceXml }: Draft): Visited | null {
  const answers = new DOMParser().parseFromString(instanceXml ?? '<none/>', 'application/xml').documentElement;
  const parts = (name: string, within?: Element) => Array.from(within?.children ?? []).filter((part) => part.localName === name);
  const said = (name: string, within?: Element) => parts(name, within)[0]?.textContent?.trim() ?? '';
  const number = said('case', answers);
  if (!number) return null;
  const [family] = parts('family', answers);
  return {
    id: familyId,
    number,
    name: familyName,
    address: said('address', family),
    hamlet: said('hamlet', family),
    village: '',
    villageName: said('village', family),
    districtName: said('district', family),
    lat: null,
    lng: null,
    state: 'assigned',
    members: parts('member', parts('members', answers)[0]).map((member, index) => ({
      memberId: said('member_id', member),
      ordinal: index + 1,
      name: said('name', member),
      relationship: said('relationship', member),
      age: said('age', member) === '' ? null : Number(said('age', member)),
      sex: said('sex', member),
    })),
    returned: null,
    visitedAt: null,
  };
}

export function newDraft(family: FieldFamily, round: NonNullable<FieldWork['round']>): Draft {
  const now = new Date().toISOString();
  const draft: Draft = {
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
  return withFamily(draft, family);
}

/** The draft with one more go at the address that met nobody; returns once it is on the phone. */
export async function withAttempt(store: FieldStore, draft: Draft, attempt: Attempt): Promise<Draft> {
  const next: Draft = { ...draft, attempts: [...draft.attempts, attempt], savedAt: attempt.at };
  await store.keepDraft(next);
  return next;
}

/** The draft with where the go at that moment was; returns once it is on the phone. */
export async function withAttemptPlace(store: FieldStore, draft: Draft, at: string, place: Omit<Attempt, 'at'>): Promise<void> {
  await store.keepDraft({ ...draft, attempts: draft.attempts.map((attempt) => (attempt.at === at ? { at, ...place } : attempt)) });
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

/** The draft as it stands, left at another question; returns once it is on the phone. */
export async function withPlace(store: FieldStore, draft: Draft, place: string): Promise<Draft> {
  const next: Draft = { ...draft, place };
  await store.keepDraft(next);
  return next;
}

/**
 * The form as it opens: with the family filled in and, where there are, the answers of the draft or of the visit that came back. `clockAhead`
 * is how far the phone's clock was ahead of the office's at the last contact, in milliseconds.
 */
export async function sourceOf(
  store: FieldStore,
  draft: Draft,
  family: Visited,
  returned: FieldFamily['returned'],
  clockAhead: number,
): Promise<FormSource> {
  const former = returned === null || draft.instanceXml !== null ? null : await formerOf(store, returned.visitId);
  const asked = asProposed(family, draft.instanceXml ?? former?.instanceXml ?? '');
  const source: FormSource = {
    xml: presetAttempts(
      presetCase(await formOf(store, draft.formId, draft.formVersion), family.number),
      draft.attempts,
      new Date(),
      clockAhead,
    ),
    file: (name) => listWith(store, draft, name, asked),
    media: (name) => mediaOf(store, draft, name),
    deviceId: phoneId(),
    attempts: draft.attempts,
    toMend: returned?.fields ?? [],
  };
  if (draft.instanceXml !== null && draft.instanceId !== null)
    return { ...source, draft: answersOf(store, draft, draft.instanceId, clockAhead) };
  return former ? { ...source, former } : source;
}

/** An accepted proposal keeps, while it is corrected, the name that its answers give it and the people as they were typed there. */
function asProposed(family: Visited, instanceXml: string): Visited {
  const number = /<case[^>]*>(USUL-[^<]+)</.exec(instanceXml)?.[1];
  return number === undefined ? family : { ...family, number, members: [] };
}

/**
 * A list of the form; a family that the office's list does not name, or not yet, brings its own rows. What the round asks of every family is
 * taken from another one's row. Of the members only the family's own are in it: a form looks through all of them for each that it asks about.
 */
async function listWith(store: FieldStore, form: Draft, name: string, family: Visited): Promise<Response> {
  const list = await listOf(store, form, name);
  const rows = rowsOf(family)[name];
  if (!list.ok || !rows) return list;
  const all = await list.text();
  const text = name === 'members.csv' ? onlyRows(all, 'family', family.number) : all;
  if (text.includes(family.number)) return new Response(text, { headers: list.headers });
  const { attempts_required, evidence } = firstRow(text) ?? {};
  return new Response(
    withRows(
      text,
      rows.map((row) => ({ attempts_required, evidence, ...row })),
    ),
    { headers: list.headers },
  );
}

function rowsOf({
  number,
  name,
  address,
  hamlet,
  villageName,
  districtName,
  members,
}: Visited): Record<string, Parameters<typeof withRows>[1]> {
  return {
    'families.csv': [
      {
        name: number,
        label: `${name} (${number})`,
        head_name: name,
        address,
        hamlet,
        village: villageName,
        district: districtName,
        member_count: members.length,
      },
    ],
    'members.csv': members.map(({ memberId, ordinal, name: label, relationship, age, sex }) => ({
      name: `${number}-${ordinal}`,
      label,
      family: number,
      ordinal,
      member_id: memberId,
      relationship,
      age,
      sex,
    })),
  };
}

function answersOf(store: FieldStore, draft: Draft, instanceId: string, clockAhead: number): NonNullable<FormSource['draft']> {
  return {
    instanceXml: presetAttempts(draft.instanceXml ?? '', draft.attempts, new Date(draft.savedAt), clockAhead),
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
