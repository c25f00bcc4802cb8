import { Unreachable } from '@tuntas/contract';
import type { FieldAct } from '@tuntas/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { keepAct, sendActs } from './acts.ts';
import type { FieldStore } from './store.ts';
import { newStore } from './testing.ts';

const act = (id: string, at: string): FieldAct => ({ id, verb: 'nik.unmasked', caseId: 'c', memberId: 'm', at });

describe('What the officer did on the phone', () => {
  let store: FieldStore;
  beforeEach(async () => {
    ({ store } = await newStore());
    await keepAct(store, act('late', '2023-02-04T10:00:00Z'));
    await keepAct(store, act('early', '2023-02-04T09:00:00Z'));
  });

  const left = async () => (await store.readAll<FieldAct>('act')).map((one) => one.id).sort();

  it('is told in its order and forgotten once the office has it', async () => {
    const told: string[] = [];
    await sendActs(store, (acts) => {
      told.push(...acts.map((one) => one.id));
      return Promise.resolve(acts.map(({ id }) => ({ id, outcome: 'recorded' })));
    });
    expect(told).toEqual(['early', 'late']);
    expect(await left()).toEqual([]);
  });

  it('stays on the phone while the office cannot be reached', async () => {
    await expect(sendActs(store, () => Promise.reject(new Unreachable('no signal')))).rejects.toThrow();
    expect(await left()).toEqual(['early', 'late']);
  });

  it('is forgotten when the office knows it already or says that the family never was his', async () => {
    await sendActs(store, () =>
      Promise.resolve([
        { id: 'early', outcome: 'known' },
        { id: 'late', outcome: 'refused' },
      ]),
    );
    expect(await left()).toEqual([]);
  });

  it('is told in portions that the office takes', async () => {
    for (let more = 0; more < 600; more++) await keepAct(store, act(`act ${more}`, '2023-02-05T00:00:00Z'));
    const portions: number[] = [];
    await sendActs(store, (acts) => {
      portions.push(acts.length);
      return Promise.resolve(acts.map(({ id }) => ({ id, outcome: 'recorded' })));
    });
    expect(portions).toEqual([500, 102]);
  });

  it('asks nothing of the office when there is nothing to tell', async () => {
    const { store: empty } = await newStore();
    await sendActs(empty, () => Promise.reject(new Error('asked')));
  });
});
