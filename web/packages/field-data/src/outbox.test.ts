import { Problem, Unreachable } from '@tuntas/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { Outbox } from './outbox.ts';
import { FieldStore } from './store.ts';
import { OFFICER, Office, newStore, photo, putItem, withoutWriting } from './testing.ts';

const nothing = { changed: () => undefined };

describe('The outbox', () => {
  let kept: Awaited<ReturnType<typeof newStore>>;
  let store: FieldStore;
  let office: Office;
  let now = 0;

  beforeEach(async () => {
    kept = await newStore();
    ({ store } = kept);
    office = new Office();
    now = 1_000;
    await putItem(store, 'uuid:1', '2023-02-04T01:00:00Z', photo('1.jpg', 1), photo('2.jpg', 2), photo('3.jpg', 3));
  });

  const outbox = () => new Outbox(store, office.door, () => now);
  const item = async () => (await store.outbox())[0]!;

  it('sends the answers first, then each file by itself, and keeps the receipt', async () => {
    const seen: string[] = [];
    await outbox().flush({ changed: () => void store.outbox().then(([one]) => seen.push(`${one!.state} ${one!.sent}`)) });
    expect(office.posts).toEqual([
      ['xml_submission_file', '*isIncomplete*'],
      ['xml_submission_file', '1.jpg', '*isIncomplete*'],
      ['xml_submission_file', '2.jpg', '*isIncomplete*'],
      ['xml_submission_file', '3.jpg'],
    ]);
    expect(await item()).toMatchObject({ state: 'received', sent: 3, receipt: { entryId: 'e' } });
    expect(seen).toContain('sending 2');
  });

  it('goes on after a broken signal with the file that the office lacks', async () => {
    office.trouble = () => (office.posts.length > 2 ? new Unreachable('no signal') : null);
    await outbox().flush(nothing);
    expect(await item()).toMatchObject({ state: 'waiting', sent: 1, misses: 1, nextTry: 21_000 });
    office.trouble = null;
    office.posts.length = 0;
    await outbox().flush({ ...nothing, now: true });
    expect(office.posts.map((parts) => parts.find((part) => part.endsWith('.jpg')))).toEqual([undefined, '2.jpg', '3.jpg']);
    expect((await item()).state).toBe('received');
  });

  it('takes up a visit that was being sent when the phone died', async () => {
    await store.keep({ ...(await item()), state: 'sending', sent: 1 });
    await outbox().flush(nothing);
    expect((await item()).state).toBe('received');
  });

  it('waits twice as long after every miss, half an hour at most, unless the officer asks', async () => {
    office.trouble = () => new Unreachable('no signal');
    const waits: number[] = [];
    for (let miss = 0; miss < 9; miss++) {
      await outbox().flush(nothing);
      await outbox().flush(nothing);
      waits.push((await item()).nextTry - now);
      now = (await item()).nextTry;
    }
    expect(waits).toEqual([20, 40, 80, 160, 320, 640, 1280, 1800, 1800].map((seconds) => seconds * 1000));
    expect(office.posts).toHaveLength(9);
    await outbox().flush({ ...nothing, now: true });
    expect(office.posts).toHaveLength(10);
  });

  it('sends from a phone that cannot write, and takes the visit up again once it can', async () => {
    const stuck = new FieldStore(withoutWriting(kept.database), OFFICER, kept.key);
    await new Outbox(stuck, office.door, () => now).flush(nothing);
    expect(office.posts).toHaveLength(4);
    expect((await item()).state).toBe('waiting');
    await outbox().flush(nothing);
    expect((await item()).state).toBe('received');
  });

  it('does not call a visit received when the office answers with another hash', async () => {
    office.tampered = true;
    await outbox().flush(nothing);
    expect((await item()).state).toBe('waiting');
  });

  it('does not call a visit received when a photo arrived changed', async () => {
    const { door } = office;
    const changed = { ...door, hashes: () => Promise.resolve(new Map([['2.jpg', ['other']]])) };
    await new Outbox(store, changed, () => now).flush(nothing);
    expect((await item()).state).toBe('waiting');
  });

  it('does not ask again for files of the visit that is corrected', async () => {
    office.wants = ['3.jpg'];
    await outbox().flush(nothing);
    expect(office.posts).toHaveLength(2);
    expect(await item()).toMatchObject({ state: 'received', sent: 3 });
  });

  it('sets a refused visit aside with the reason and goes on with the next', async () => {
    await putItem(store, 'uuid:2', '2023-02-04T02:00:00Z');
    office.trouble = () => (office.posts.length === 1 ? new Problem(413, { detail: 'Terlalu besar' }) : null);
    office.wants = [];
    await outbox().flush(nothing);
    expect((await store.outbox()).map((one) => one.state)).toEqual(['refused', 'received']);
    expect((await item()).reason).toBe('Terlalu besar');
  });

  it('tries a refused visit once more when the officer asks, and not by itself', async () => {
    office.trouble = () => new Problem(422, { detail: 'Formulir tidak dikenal' });
    await outbox().flush(nothing);
    office.trouble = null;
    await outbox().flush({ ...nothing, now: true });
    expect((await item()).state).toBe('refused');
    await outbox().flush({ ...nothing, now: true, refusedToo: true });
    expect((await item()).state).toBe('received');
  });

  it('does not wait for a time that was set by a clock a year ahead', async () => {
    await store.keep({ ...(await item()), nextTry: now + 365 * 86_400_000 });
    await outbox().flush(nothing);
    expect((await item()).state).toBe('received');
  });

  it('goes on with the next when one visit troubles the office, and stops when all would', async () => {
    await putItem(store, 'uuid:2', '2023-02-04T02:00:00Z');
    office.wants = [];
    office.trouble = () => (office.posts.length === 1 ? new Problem(500, {}) : null);
    await outbox().flush(nothing);
    expect((await store.outbox()).map((one) => one.state)).toEqual(['waiting', 'received']);
    office.trouble = () => new Problem(401, { code: 'no-session' });
    await putItem(store, 'uuid:3', '2023-02-04T03:00:00Z');
    office.posts.length = 0;
    await outbox().flush({ ...nothing, now: true });
    expect(office.posts).toHaveLength(1);
  });

  it('joins a second call instead of sending twice', async () => {
    const one = outbox();
    await Promise.all([one.flush(nothing), one.flush(nothing)]);
    expect(office.posts).toHaveLength(4);
  });
});
