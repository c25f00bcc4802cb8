import { type Ref, ref } from 'vue';

export interface Call {
  readonly busy: Ref<boolean>;
  /** Of the last call; null while it runs and after it went well. */
  readonly failure: Ref<unknown>;
  readonly call: (work: () => Promise<void>) => Promise<void>;
}

/** What a form or a button knows of the call it makes. */
export function useCall(): Call {
  const busy = ref(false);
  const failure = ref<unknown>(null);

  async function call(work: () => Promise<void>): Promise<void> {
    busy.value = true;
    failure.value = null;
    try {
      await work();
    } catch (cause) {
      failure.value = cause;
    } finally {
      busy.value = false;
    }
  }

  return { busy, failure, call };
}
