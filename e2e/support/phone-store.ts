/* Runs in the page: the app's own store, opened with the key that the app's window gives to other windows of the same browser. */
import { askKey } from '../../web/apps/field/src/key-keeper.ts';
import { FieldStore, openDatabase, sha256, type Draft } from '../../web/packages/field-data/src/index.ts';

async function opened<T>(work: (store: FieldStore) => Promise<T>): Promise<T> {
  const officer = localStorage.getItem('tuntas.officer') ?? '';
  const key = await askKey(officer, () => undefined);
  if (!key) throw new Error('the phone is locked');
  const database = await openDatabase();
  try {
    return await work(new FieldStore(database, officer, key));
  } finally {
    database.close();
  }
}

export const draftOf = (familyId: string) => opened((store) => store.draft(familyId));

/** The name that was typed of a family which is about to be proposed. */
export const typedName = () => opened(async (store) => (await store.read<{ name: string }>('office', 'typed'))?.name);

export const outbox = () => opened((store) => store.outbox());

/** How many photos of visits the phone holds. */
export const photosKept = () =>
  opened(async (store) => {
    const visits = [...(await store.drafts()), ...(await store.outbox())];
    const files = visits.flatMap((visit) => visit.files.map((file) => store.file(visit.instanceId ?? '', file)));
    return (await Promise.all(files)).filter(Boolean).length;
  });

/** The names of the pictures, sounds and films of forms that the phone holds. */
export const mediaKept = () => opened(async (store) => (await store.filesOf('form ')).map(({ name }) => name));

/** The finished visits that are on the phone as only the office opens them, too. */
export const sealedForOffice = () => opened(async (store) => [...(await store.forOffice())]);

export interface FinishedVisit {
  readonly familyId: string;
  readonly familyName: string;
  readonly instanceId: string;
  readonly instanceXml: string;
  /** Names of its photos; each is drawn anew, so that no two are the same. */
  readonly photos: readonly string[];
}

/** Puts visits into the outbox as a finished one comes there: files first, then the visit in place of its draft. */
export const finish = (visits: readonly FinishedVisit[]) =>
  opened(async (store) => {
    for (const visit of visits) await finishOne(store, visit);
  });

async function finishOne(store: FieldStore, { photos, ...visit }: FinishedVisit): Promise<void> {
  const files = [];
  for (const name of photos) files.push(await store.keepFile(visit.instanceId, await drawn(`${visit.familyName} ${name}`, name)));
  const contentHash = await sha256(new TextEncoder().encode(visit.instanceXml));
  const savedAt = new Date().toISOString();
  await store.finish({ familyId: visit.familyId } as Draft, {
    ...{ ...visit, contentHash, files, savedAt },
    ...{ sent: 0, state: 'waiting', misses: 0, nextTry: 0 },
  });
}

async function drawn(text: string, name: string): Promise<File> {
  const canvas = new OffscreenCanvas(1600, 1200);
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = '#7fb2d6';
  pen.fillRect(0, 0, 1600, 1200);
  pen.fillStyle = '#12262d';
  pen.font = '60px sans-serif';
  pen.fillText(text, 80, 200);
  return new File([await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 })], name, { type: 'image/jpeg' });
}
