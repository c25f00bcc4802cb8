import type { AppState, SignedInUser } from '@tuntas/contract';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type WorkingCopy, unsent } from './working-copy.ts';

/** Who works on this machine and on what day, for opening a kept meeting where no server can be asked. */
export interface KeptPerson {
  readonly user: SignedInUser;
  readonly app: AppState;
}

interface Schema extends DBSchema {
  person: { key: 'last'; value: KeptPerson };
  meetings: { key: [user: string, meeting: string]; value: WorkingCopy };
}

const CHANGED = 'tuntas.meeting';
let opening: Promise<IDBPDatabase<Schema>> | null = null;

function database(): Promise<IDBPDatabase<Schema>> {
  opening ??= openDB<Schema>('tuntas-office', 1, {
    upgrade(made) {
      made.createObjectStore('person');
      made.createObjectStore('meetings');
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      opening = null;
    },
  });
  return opening;
}

export async function readMeeting(user: string, meeting: string): Promise<WorkingCopy | null> {
  return (await (await database()).get('meetings', [user, meeting])) ?? null;
}

/** Reads, changes and writes at one go, so that two windows never undo each other's work; null from the change leaves nothing kept. */
export async function changeMeeting<T extends WorkingCopy | null>(
  user: string,
  meeting: string,
  change: (copy: WorkingCopy | null) => T,
): Promise<T> {
  const transaction = (await database()).transaction('meetings', 'readwrite');
  const key: [string, string] = [user, meeting];
  const next = change((await transaction.store.get(key)) ?? null);
  await (next ? transaction.store.put(next, key) : transaction.store.delete(key));
  await transaction.done;
  tell(meeting);
  return next;
}

export async function meetingsOf(user: string): Promise<readonly WorkingCopy[]> {
  return (await database()).getAll('meetings', IDBKeyRange.bound([user], [user, []]));
}

export async function keepPerson(person: KeptPerson): Promise<void> {
  await (await database()).put('person', person, 'last');
}

export async function keptPerson(): Promise<KeptPerson | null> {
  return (await (await database()).get('person', 'last')) ?? null;
}

/** Whoever leaves takes his meetings off this machine; only what is not sent stays for his next coming. */
export async function forgetPerson(user: string): Promise<void> {
  const transaction = (await database()).transaction(['person', 'meetings'], 'readwrite');
  await transaction.objectStore('person').delete('last');
  const meetings = transaction.objectStore('meetings');
  for (const copy of await meetings.getAll(IDBKeyRange.bound([user], [user, []]))) {
    if (unsent(copy) === 0) await meetings.delete([user, copy.meeting.id]);
  }
  await transaction.done;
}

function tell(meeting: string): void {
  const channel = new BroadcastChannel(CHANGED);
  channel.postMessage(meeting);
  channel.close();
}

/** Calls when another window changed the meeting, until the returned function is called. */
export function onMeetingChanged(meeting: string, changed: () => void): () => void {
  const channel = new BroadcastChannel(CHANGED);
  channel.onmessage = (event) => event.data === meeting && changed();
  return () => channel.close();
}
