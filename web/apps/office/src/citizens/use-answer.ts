import { type Ref, ref, shallowRef } from 'vue';

/** One question at a time, with its answer or what went wrong. */
export interface Answer<T> {
  readonly answer: Readonly<Ref<T | null>>;
  readonly failure: Readonly<Ref<unknown>>;
  readonly busy: Readonly<Ref<boolean>>;
  readonly ask: (question: () => Promise<T>) => Promise<void>;
}

export function useAnswer<T>(): Answer<T> {
  const answer = shallowRef<T | null>(null);
  const failure = shallowRef<unknown>(null);
  const busy = ref(false);
  async function ask(question: () => Promise<T>): Promise<void> {
    busy.value = true;
    answer.value = failure.value = null;
    try {
      answer.value = await question();
    } catch (cause) {
      failure.value = cause;
    } finally {
      busy.value = false;
    }
  }
  return { answer, failure, busy, ask };
}
