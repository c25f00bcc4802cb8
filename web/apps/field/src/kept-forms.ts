import { Problem, Unreachable } from '@tuntas/contract';
import type { FieldWork } from '@tuntas/contract';
import { NoRoom } from '@tuntas/field-data';
import type { FieldStore, KeptFile } from '@tuntas/field-data';
import type { FormerAnswers } from '@tuntas/forms';
import { fetchAttachment, fetchForm, fetchFormFile, fetchInstance } from './office.ts';

interface Former {
  readonly visitId: string;
  readonly instanceXml: string;
  readonly files: readonly KeptFile[];
}

interface FormKey {
  readonly formId: string;
  readonly formVersion: string;
}

const OFFICERS_LISTS = ['families.csv', 'members.csv'];
/** The office has no list of that name; the form opens without its choices, also without signal. */
const NO_LIST = '';
const MEDIA = /jr:\/\/(?:images|audio|video)\/([^<"'/]+)/g;
const LIST = /src=["']jr:\/\/(?:file|file-csv)\/([^"'/]+)["']/g;
/** What may be the name of a file; a form asks for whatever kind it likes. */
const FILE_NAME = />\s*([^<>/\s]+\.[a-z][a-z0-9]{1,4})\s*</gi;

/** Brings onto the phone what opening a visit needs: the round's form with its lists, and what was sent of visits that came back. */
export async function keepForms(store: FieldStore, work: FieldWork): Promise<void> {
  if (work.round) {
    const form = await formOf(store, work.round.formId, work.round.formVersion);
    await keepLists(store, work.round, form, work.sequence);
  }
  const returned = new Set(work.families.flatMap((family) => family.returned?.visitId ?? []));
  for (const visitId of returned) await keepFormer(store, visitId);
  for (const { visitId } of await store.readAll<Former>('former')) {
    if (returned.has(visitId)) continue;
    await store.forget('former', visitId);
    await store.forgetFiles(`former ${visitId}`);
  }
}

/** A form by its version: from the phone, else from the office. */
export async function formOf(store: FieldStore, formId: string, formVersion: string): Promise<string> {
  const kept = await store.form(formId, formVersion);
  if (kept) return kept.xml;
  const xml = await fetchForm(formId, formVersion);
  await store.keepForm({ formId, formVersion, xml });
  return xml;
}

/** A list that the form reads, as the phone last had it. */
export async function listOf(store: FieldStore, form: FormKey, name: string): Promise<Response> {
  const text = (await store.list(keptAs(form, name))) ?? (await fetchList(form, name)) ?? NO_LIST;
  return text === NO_LIST ? new Response(null, { status: 404 }) : new Response(text, { headers: { 'Content-Type': 'text/csv' } });
}

/** The officer's own lists are the same for every form; each version brings others. */
function keptAs({ formId, formVersion }: FormKey, name: string): string {
  return OFFICERS_LISTS.includes(name) ? name : `${formId} ${formVersion} ${name}`;
}

async function keepLists(store: FieldStore, form: FormKey, xml: string, sequence: number): Promise<void> {
  const newest = `${form.formId} ${form.formVersion} ${sequence}`;
  if ((await store.list('')) === newest) return;
  for (const [, name] of xml.matchAll(LIST)) {
    if (name) await store.keepList(keptAs(form, name), (await fetchList(form, name)) ?? NO_LIST);
  }
  await store.keepList('', newest);
}

async function fetchList({ formId, formVersion }: FormKey, name: string): Promise<string | null> {
  return (await (await fetchFormFile(formId, formVersion, name))?.text()) ?? null;
}

/** A picture, sound or film that a text of the form is shown with. */
export async function mediaOf(store: FieldStore, form: FormKey, name: string): Promise<Response> {
  const kept = await store.file(mediaOwner(form), { name, type: '' });
  return kept ? new Response(kept) : ((await fetchFormFile(form.formId, form.formVersion, name)) ?? new Response(null, { status: 404 }));
}

const mediaOwner = ({ formId, formVersion }: FormKey) => `form ${formId} ${formVersion}`;

let keeping: Promise<void> | null = null;

/** Brings the pictures, sounds and films of the round's form onto the phone; the form opens without those that do not come. */
export function keepMedia(store: FieldStore, { round }: FieldWork): Promise<void> {
  return (keeping ??= (round ? keepMediaOf(store, round) : Promise.resolve())
    .catch((failure: unknown) => {
      if (!(failure instanceof Problem || failure instanceof Unreachable || failure instanceof NoRoom)) throw failure;
    })
    .finally(() => (keeping = null)));
}

async function keepMediaOf(store: FieldStore, form: FormKey): Promise<void> {
  const owner = mediaOwner(form);
  const kept = await store.filesOf('form ');
  const xml = await formOf(store, form.formId, form.formVersion);
  for (const name of new Set([...xml.matchAll(MEDIA)].flatMap(([, found]) => found?.trim() ?? []))) {
    if (kept.some((file) => file.owner === owner && file.name === name)) continue;
    const bytes = await (await fetchFormFile(form.formId, form.formVersion, name))?.blob();
    if (bytes) await store.keepFile(owner, new File([bytes], name, { type: bytes.type }));
  }
  const former = new Set(kept.map((file) => file.owner).filter((one) => one !== owner));
  if (former.size === 0) return;
  const begun = [...(await store.drafts()), ...(await store.forPractice().drafts())].map(mediaOwner);
  await Promise.all([...former].filter((one) => !begun.includes(one)).map((one) => store.forgetFiles(one)));
}

async function keepFormer(store: FieldStore, visitId: string): Promise<void> {
  if ((await store.read<Former>('former', visitId))?.files) return;
  const instanceXml = await fetchInstance(visitId);
  const files: KeptFile[] = [];
  for (const name of namesIn(instanceXml)) {
    const bytes = await attachmentOf(visitId, name);
    if (bytes) files.push(await store.keepFile(`former ${visitId}`, new File([bytes], name, { type: bytes.type })));
  }
  await store.write('former', visitId, { visitId, instanceXml, files } satisfies Former);
}

/** Null where the office has none: of a visit by another app not every picture arrives, and an answer may look like a file's name. */
async function attachmentOf(visitId: string, name: string): Promise<Blob | null> {
  try {
    return await (await fetchAttachment(visitId, name)).blob();
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 404) return null;
    throw failure;
  }
}

/** What was sent before of a visit that came back. */
export async function formerOf(store: FieldStore, visitId: string): Promise<FormerAnswers> {
  await keepFormer(store, visitId);
  const { instanceXml = '', files = [] } = (await store.read<Former>('former', visitId)) ?? {};
  return {
    instanceXml,
    fileNames: files.map(({ name }) => name),
    file: async (name) => {
      const kept = files.find((one) => one.name === name);
      const file = kept ? await store.file(`former ${visitId}`, kept) : null;
      return file ? new Response(file) : new Response(null, { status: 404 });
    },
  };
}

function namesIn(instanceXml: string): string[] {
  return [...instanceXml.matchAll(FILE_NAME)].flatMap((match) => match[1] ?? []);
}
