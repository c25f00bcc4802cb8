import { Problem, Unreachable } from '@tuntas/contract';
import type { Day, DeliveryWord, FieldDelivery, Instant } from '@tuntas/contract';
import type { FieldStore, KeptFile, Point } from '@tuntas/field-data';
import type { ExportedFolder } from '@tuntas/field-data/export';
import { computed, shallowRef } from 'vue';
import { store } from './guard.ts';
import * as office from './office.ts';

/** What the officer said about a delivery; it stays on the phone until the office has answered for it. */
export interface KeptWord {
  readonly id: string;
  readonly delivery: FieldDelivery;
  readonly said: DeliveryWord;
  readonly note: string;
  readonly seenOn: Day;
  readonly at: Instant;
  readonly photo: KeptFile | null;
  /** Where the phone was; null when it could not say, absent from a word of an older app. */
  readonly place?: Place | null;
  /** Why there is neither a place nor a photo; absent from a word of an older app, which was not asked. */
  readonly unplaced?: string;
  /** Why the office does not take it; null while it waits. */
  readonly refused: string | null;
  /** The officer can add what it lacks; sent as it is, it would be refused for good. */
  readonly mendable?: boolean;
}

export type Place = Point & { readonly accuracy: number };

/** What the officer says, and what shows it. */
export interface Saying extends Pick<KeptWord, 'said' | 'note' | 'seenOn'> {
  readonly photo: File | null;
  readonly place: Place | null;
  readonly unplaced: string;
}

/** Deliveries to his families, as this phone last heard. */
const heard = shallowRef<readonly FieldDelivery[]>([]);
/** What he said and the office does not have; the newest first. */
export const words = shallowRef<readonly KeptWord[]>([]);
/** What still waits for his word. */
export const deliveries = computed(() => {
  const said = new Set(words.value.map((word) => word.delivery.id));
  return heard.value.filter((one) => !said.has(one.id));
});

export async function readDeliveries(from: FieldStore): Promise<void> {
  const [kept, known] = await Promise.all([from.readAll<KeptWord>('word'), from.read<readonly FieldDelivery[]>('office', 'deliveries')]);
  if (store() !== from) return;
  words.value = kept.sort((a, b) => b.at.localeCompare(a.at));
  heard.value = known ?? [];
}

/** What waits for signal, as an export carries it to the office. */
export const carriedWords = computed(() =>
  words.value
    .filter((word) => word.refused === null)
    .map(({ id, delivery, said, seenOn, note, photo, place, unplaced }): ExportedFolder => ({
      id,
      name: 'word.json',
      content: JSON.stringify({ id, delivery: delivery.id, version: delivery.version, said, seenOn, note, place, unplaced }),
      files: photo ? [photo] : [],
    })),
);

export function forgetDeliveries(): void {
  words.value = [];
  heard.value = [];
}

/** Keeps his word; returns once the phone has it. @param mended the refused one that it takes the place of */
export async function say(delivery: FieldDelivery, { photo, ...saying }: Saying, mended?: KeptWord): Promise<void> {
  const open = store();
  if (!open) throw new Error('the phone is locked');
  const id = mended?.id ?? crypto.randomUUID();
  const kept = photo ? await open.keepFile(id, photo) : (mended?.photo ?? null);
  const at = new Date().toISOString();
  await open.write('word', id, { id, delivery, ...saying, at, photo: kept, refused: null } satisfies KeptWord);
  await readDeliveries(open);
}

export async function takeBackWord(word: KeptWord): Promise<void> {
  const open = store();
  if (open) await forget(open, word);
}

async function forget(open: FieldStore, word: KeptWord): Promise<void> {
  await open.forget('word', word.id);
  await open.forgetFiles(word.id);
  await readDeliveries(open);
}

/** Tells the office what was said, then asks what waits; without signal or session it stays for the next contact. */
export async function askDeliveries(open: FieldStore): Promise<void> {
  try {
    const waiting = (await open.readAll<KeptWord>('word')).filter((word) => word.refused === null);
    for (const word of waiting.sort((a, b) => a.at.localeCompare(b.at))) await tell(open, word);
    await open.write('office', 'deliveries', await office.fetchDeliveries());
    await readDeliveries(open);
  } catch (problem) {
    if (!(problem instanceof Problem || problem instanceof Unreachable)) throw problem;
  }
}

/** Answers that stay the same however often the word is sent. */
const FINAL = [404, 409, 412, 413, 422];

async function tell(open: FieldStore, word: KeptWord): Promise<void> {
  const form = new FormData();
  for (const field of ['id', 'said', 'seenOn', 'note'] as const) form.append(field, word[field]);
  for (const [name, value] of Object.entries({ ...word.place, unplaced: word.unplaced })) {
    if (value !== undefined) form.append(name, String(value));
  }
  const photo = word.photo && (await open.file(word.id, word.photo));
  if (photo) form.append('photo', photo, photo.name);
  try {
    await office.speakFor(open.officerId);
    await office.sayOnDelivery(word.delivery, form);
  } catch (problem) {
    if (!(problem instanceof Problem) || !FINAL.includes(problem.status)) throw problem;
    const lacking = problem.errors.map((error) => error.detail ?? '').join(' ');
    const refused = lacking.trim() || problem.detail || problem.title;
    await open.write('word', word.id, { ...word, refused, mendable: problem.status === 422 } satisfies KeptWord);
    return;
  }
  await forget(open, word);
}
