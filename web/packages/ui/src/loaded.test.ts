import { type Job, Unreachable } from '@tuntas/contract';
import { describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, ref } from 'vue';
import { useJob } from './job.ts';
import { useLoaded } from './loaded.ts';

const inScope = <T>(make: () => T): T => effectScope().run(make) as T;
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('Something asked for', () => {
  it('is loading, then ready', async () => {
    const asked = inScope(() => useLoaded(() => Promise.resolve(5314)));
    expect(asked.state.value).toEqual({ kind: 'loading' });
    await settled();
    expect(asked.state.value).toEqual({ kind: 'ready', value: 5314 });
  });

  it('is asked again when its subject changes, and an overtaken answer is dropped', async () => {
    const subject = ref('a');
    const answers = new Map<string, (value: string) => void>();
    const asked = inScope(() =>
      useLoaded(
        () => new Promise<string>((resolve) => answers.set(subject.value, resolve)),
        () => subject.value,
      ),
    );
    subject.value = 'b';
    await nextTick();
    answers.get('b')?.('of b');
    await settled();
    answers.get('a')?.('of a');
    await settled();
    expect(asked.state.value).toEqual({ kind: 'ready', value: 'of b' });
  });

  it('fails with its cause and is ready after a retry', async () => {
    const ask = vi.fn().mockRejectedValueOnce(new Unreachable(null)).mockResolvedValue('here');
    const asked = inScope(() => useLoaded<string>(ask));
    await settled();
    expect(asked.state.value).toMatchObject({ kind: 'failed' });
    await asked.reload();
    expect(asked.state.value).toEqual({ kind: 'ready', value: 'here' });
  });
});

describe('A job', () => {
  const job = (state: Job['state'], stage: string): Job => ({
    id: 'j',
    kind: 'roster',
    state,
    stage,
    done: 1,
    total: 2,
    result: null,
    problem: null,
  });

  it('is followed through its stages to its end, over a cut line', async () => {
    const answers = [
      () => Promise.resolve(job('running', 'read')),
      () => Promise.reject(new Unreachable(null)),
      () => Promise.resolve(job('done', 'report')),
    ];
    const ended = vi.fn();
    const followed = inScope(() =>
      useJob({ job: () => (answers.shift() ?? (() => Promise.reject(new Error('asked too often'))))() }, ended, 1),
    );
    followed.follow('j');
    await vi.waitFor(() => expect(ended).toHaveBeenCalledWith(job('done', 'report')));
    expect(followed.failure.value).toBeNull();
    expect(answers).toEqual([]);
  });
});
