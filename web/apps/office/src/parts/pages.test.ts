import type { Page } from '@tuntas/contract';
import { describe, expect, it } from 'vitest';
import { effectScope } from 'vue';
import { usePages } from './pages.ts';

const inScope = <T>(make: () => T): T => effectScope().run(make) as T;

describe('A paged list', () => {
  it('goes on from the key of the last page and stops at the end', async () => {
    const asked: (string | undefined)[] = [];
    const list = inScope(() =>
      usePages<number, Page<number>>((after) => {
        asked.push(after);
        return Promise.resolve(after === undefined ? { items: [1, 2], next: 'k2' } : { items: [3], next: null });
      }),
    );
    await list.restart();
    expect(list.hasMore.value).toBe(true);
    await list.more();
    expect(list.items.value).toEqual([1, 2, 3]);
    expect(list.hasMore.value).toBe(false);
    expect(asked).toEqual([undefined, 'k2']);
  });

  it('drops an answer that a restart overtook', async () => {
    const answers: ((page: Page<number>) => void)[] = [];
    const list = inScope(() => usePages<number, Page<number>>(() => new Promise((resolve) => answers.push(resolve))));
    const old = list.restart();
    const fresh = list.restart();
    answers[1]?.({ items: [2], next: null });
    await fresh;
    answers[0]?.({ items: [1], next: null });
    await old;
    expect(list.items.value).toEqual([2]);
  });

  it('keeps what it has when a page fails', async () => {
    let fail = false;
    const list = inScope(() =>
      usePages<number, Page<number>>(() => (fail ? Promise.reject(new Error('cut')) : Promise.resolve({ items: [1], next: 'k' }))),
    );
    await list.restart();
    fail = true;
    await list.more();
    expect(list.items.value).toEqual([1]);
    expect(list.failure.value).toBeInstanceOf(Error);
  });
});
