import type { FieldWork } from '@tuntas/contract';
import type { FieldStore } from '@tuntas/field-data';
import type { FormerAnswers } from '@tuntas/forms';
import { fetchAttachment, fetchForm, fetchInstance, fetchList } from './office.ts';

interface Former {
  readonly visitId: string;
  readonly instanceXml: string;
}

const LIST = /src=["']jr:\/\/(?:file|file-csv)\/([^"'/]+)["']/g;
const FILE_NAME = />\s*([^<>/\s]+\.(?:jpe?g|png|webp|heic|pdf))\s*</gi;

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
export async function listOf(store: FieldStore, formId: string, name: string): Promise<Response> {
  const text = (await store.list(name)) ?? (await fetchList(formId, name));
  return text === null ? new Response(null, { status: 404 }) : new Response(text, { headers: { 'Content-Type': 'text/csv' } });
}

async function keepLists(
  store: FieldStore,
  { formId, formVersion }: { readonly formId: string; readonly formVersion: string },
  xml: string,
  sequence: number,
): Promise<void> {
  const newest = `${formId} ${formVersion} ${sequence}`;
  if ((await store.list('')) === newest) return;
  for (const [, name] of xml.matchAll(LIST)) {
    const text = name ? await fetchList(formId, name) : null;
    if (name && text !== null) await store.keepList(name, text);
  }
  await store.keepList('', newest);
}

async function keepFormer(store: FieldStore, visitId: string): Promise<void> {
  if (await store.read('former', visitId)) return;
  const instanceXml = await fetchInstance(visitId);
  for (const name of namesIn(instanceXml)) {
    const bytes = await (await fetchAttachment(visitId, name)).blob();
    await store.keepFile(`former ${visitId}`, new File([bytes], name, { type: bytes.type }));
  }
  await store.write('former', visitId, { visitId, instanceXml } satisfies Former);
}

/** What was sent before of a visit that came back. */
export async function formerOf(store: FieldStore, visitId: string): Promise<FormerAnswers> {
  await keepFormer(store, visitId);
  const former = await store.read<Former>('former', visitId);
  const instanceXml = former?.instanceXml ?? '';
  return {
    instanceXml,
    fileNames: namesIn(instanceXml),
    file: async (name) => {
      const file = await store.file(`former ${visitId}`, { name, type: /\.png$/i.test(name) ? 'image/png' : 'image/jpeg' });
      return file ? new Response(file) : new Response(null, { status: 404 });
    },
  };
}

function namesIn(instanceXml: string): string[] {
  return [...instanceXml.matchAll(FILE_NAME)].flatMap((match) => match[1] ?? []);
}
