import type { Database, KeptOfficer } from './database.ts';
import { allOf } from './database.ts';

const DAY_MS = 86_400_000;

/** Who works on this phone. */
export class Officers {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async find(id: string): Promise<KeptOfficer | null> {
    return (await this.database.get('officers', id)) ?? null;
  }

  async keep(officer: KeptOfficer): Promise<void> {
    await this.database.put('officers', officer, officer.user.id);
  }

  /** Those whose phone has not reached the office for longer than the office allows. */
  async outOfReach(now = Date.now()): Promise<KeptOfficer[]> {
    const all = await this.database.getAll('officers');
    return all.filter((one) => now - one.lastContact > one.wipeAfterDays * DAY_MS);
  }

  /** Forgets everything of an officer, unsent visits too; the key goes in the same stroke. */
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
