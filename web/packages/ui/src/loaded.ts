import { type ShallowRef, type WatchSource, onScopeDispose, shallowRef, watch } from 'vue';

/** What a screen knows about something it asked for; there is no fourth state. */
export type Loaded<T> =
  { readonly kind: 'loading' } | { readonly kind: 'ready'; readonly value: T } | { readonly kind: 'failed'; readonly failure: unknown };

export interface Asked<T> {
  readonly state: ShallowRef<Loaded<T>>;
  /** Asks again; what is on the screen stays until the answer is there. */
  readonly reload: () => Promise<void>;
  readonly replace: (value: T) => void;
}

/** Asks at once, and again when `on` changes. An answer that was overtaken by a later question is dropped. */
export function useLoaded<T>(ask: () => Promise<T>, on?: WatchSource | WatchSource[]): Asked<T> {
  const state = shallowRef<Loaded<T>>({ kind: 'loading' });
  let latest = 0;

  async function load(): Promise<void> {
    const mine = ++latest;
    try {
      const value = await ask();
      if (mine === latest) state.value = { kind: 'ready', value };
    } catch (failure) {
      if (mine === latest) state.value = { kind: 'failed', failure };
    }
  }

  if (on) {
    watch(on, () => {
      state.value = { kind: 'loading' };
      void load();
    });
  }
  onScopeDispose(() => latest++);
  void load();
  return {
    state,
    reload: load,
    replace: (value) => {
      latest++;
      state.value = { kind: 'ready', value };
    },
  };
}
