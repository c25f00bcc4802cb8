import { type Api, type Job, Unreachable } from '@tuntas/contract';
import { onScopeDispose, ref } from 'vue';

/** Follows one slow piece of work until it ends; a line that is cut is tried again, the work goes on without us. */
export function useJob(api: Pick<Api, 'job'>, ended: (job: Job) => void, everyMs = 700) {
  const job = ref<Job | null>(null);
  const failure = ref<unknown>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let followed: string | null = null;

  async function ask(id: string): Promise<void> {
    if (followed !== id) return;
    try {
      const answer = await api.job(id);
      if (followed !== id) return;
      job.value = answer;
      failure.value = null;
      if (answer.state === 'done' || answer.state === 'failed') {
        followed = null;
        ended(answer);
        return;
      }
    } catch (cause) {
      failure.value = cause;
      if (!(cause instanceof Unreachable)) {
        followed = null;
        return;
      }
    }
    timer = setTimeout(() => void ask(id), everyMs);
  }

  function follow(id: string): void {
    clearTimeout(timer);
    followed = id;
    job.value = null;
    failure.value = null;
    void ask(id);
  }

  onScopeDispose(() => {
    followed = null;
    clearTimeout(timer);
  });
  return { job, failure, follow };
}
