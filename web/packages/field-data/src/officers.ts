import type { Database, KeptOfficer } from './database.ts';
import { allOf } from './database.ts';

const DAY_MS = 86_400_000;
const NOTED_EVERY_MS = 60_000;

/** How long the phone of an officer was out of the office's reach. A clock that is set back wins no time. */
export function awayFor(officer: KeptOfficer, now = Date.now()): number {
  return Math.max(now, officer.latest ?? 0) - officer.lastContact;
}

/** When the phone forgets everything of an officer unless it reaches the office before; as the phone's clock has it. */
export const wipesAt = (officer: KeptOfficer): number => officer.lastContact + officer.wipeAfterDays * DAY_MS;

/** Who works on this phone. */
export class Officers {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async find(id: string): Promise<KeptOfficer | null> {
    return (await this.database.get('officers', id)) ?? null;
  }

  all(): Promise<KeptOfficer[]> {
    return this.database.getAll('officers');
  }

  async keep(officer: KeptOfficer): Promise<void> {
    await this.database.put('officers', officer, officer.user.id);
  }

  /** Changes what is kept of an officer in one stroke, since another window may have changed it meanwhile; null when he is gone. */
  async change(id: string, change: (now: KeptOfficer) => KeptOfficer): Promise<KeptOfficer | null> {
    const stroke = this.database.transaction('officers', 'readwrite');
    const now = await stroke.store.get(id);
    const next = now ? change(now) : null;
    if (next) await stroke.store.put(next, id);
    await stroke.done;
    return next;
  }

  /** Notes the time, and says whose phone has not reached the office for longer than the office allows. */
  async outOfReach(now = Date.now()): Promise<KeptOfficer[]> {
    const all = await this.all();
    for (const one of all) {
      if (now > (one.latest ?? one.lastContact) + NOTED_EVERY_MS) await this.change(one.user.id, (kept) => ({ ...kept, latest: now }));
    }
    return all.filter((one) => awayFor(one, now) > one.wipeAfterDays * DAY_MS);
  }

  /** Visits that nobody on this phone can open any more, each as the office opens it: their officers were wiped. */
  async leftForOffice(): Promise<ReadonlyMap<string, readonly ArrayBuffer[]>> {
    const read = this.database.transaction(['officers', 'forOffice']);
    const [officers, keys, parts] = await Promise.all([
      read.objectStore('officers').getAllKeys(),
      read.objectStore('forOffice').getAllKeys(),
      read.objectStore('forOffice').getAll(),
    ]);
    const left = new Map<string, ArrayBuffer[]>();
    keys.forEach(([officer, instanceId], index) => {
      if (!officers.includes(officer)) left.set(instanceId, [...(left.get(instanceId) ?? []), parts[index]!]);
    });
    return left;
  }

  /** Forgets everything of an officer but what only the office opens; the key goes in the same stroke. */
  async wipe(id: string): Promise<void> {
    const change = this.database.transaction(['officers', 'records', 'files'], 'readwrite');
    await Promise.all([
      change.objectStore('officers').delete(id),
      change.objectStore('records').delete(allOf(id)),
      change.objectStore('files').delete(allOf(id)),
      change.done,
    ]);
  }
}
