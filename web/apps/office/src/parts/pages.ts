import type { Page } from '@tuntas/contract';
import { type Ref, onScopeDispose, ref, shallowRef } from 'vue';

export interface Paged<T, P extends Page<T>> {
  readonly items: Readonly<Ref<readonly T[]>>;
  /** The first page as it came, with what it says about the whole. */
  readonly first: Readonly<Ref<P | null>>;
  readonly hasMore: Ref<boolean>;
  readonly busy: Ref<boolean>;
  readonly failure: Readonly<Ref<unknown>>;
  readonly restart: () => Promise<void>;
  readonly more: () => Promise<void>;
}

/** A list read page by page with the server's own key; a restart drops answers that are still under way. */
export function usePages<T, P extends Page<T>>(ask: (after: string | undefined) => Promise<P>): Paged<T, P> {
  const items = shallowRef<readonly T[]>([]);
  const first = shallowRef(null) as Ref<P | null>;
  const hasMore = ref(false);
  const busy = ref(false);
  const failure = shallowRef<unknown>(null);
  let next: string | undefined;
  let run = 0;

  async function load(mine: number): Promise<void> {
    busy.value = true;
    failure.value = null;
    try {
      const page = await ask(next);
      if (mine !== run) return;
      items.value = next === undefined ? page.items : [...items.value, ...page.items];
      if (next === undefined) first.value = page;
      next = page.next ?? undefined;
      hasMore.value = next !== undefined;
    } catch (cause) {
      if (mine === run) failure.value = cause;
    } finally {
      if (mine === run) busy.value = false;
    }
  }

  onScopeDispose(() => run++);
  return {
    items,
    first,
    hasMore,
    busy,
    failure,
    restart: () => {
      next = undefined;
      first.value = null;
      return load(++run);
    },
    more: () => load(run),
  };
}
