import { shallowRef } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { later } from './slices.ts';
import { type AnswersWatch, watchAnswers } from './watch-answers.ts';

describe('Answers', () => {
  const xml = shallowRef<string | null>(null);
  let watched: AnswersWatch | undefined;
  const saved: string[] = [];
  let pending = false;
  const root = document.createElement('div');

  beforeEach(() => {
    vi.useFakeTimers();
    xml.value = null;
    saved.length = 0;
    pending = false;
  });
  afterEach(() => {
    void watched?.stop();
    vi.useRealTimers();
  });

  const watch = (save: () => Promise<void> = () => Promise.resolve(void saved.push(xml.value!))) =>
    (watched = watchAnswers(
      root,
      () => xml.value,
      save,
      (is) => (pending = is),
    ));
  const answer = async (text: string) => {
    xml.value = text;
    await vi.advanceTimersByTimeAsync(120);
  };

  it('are saved as they are given, each once; an untouched form is not', async () => {
    watch();
    xml.value = '<empty/>';
    root.append(document.createElement('p'));
    await vi.advanceTimersByTimeAsync(120);
    expect(saved).toEqual([]);
    await answer('<a/>');
    await answer('<a/>');
    await answer('<b/>');
    expect(saved).toEqual(['<a/>', '<b/>']);
  });

  it('are saved too when the first one comes before anything is looked at', async () => {
    watch();
    xml.value = '<empty/>';
    root.append(document.createElement('p'));
    await Promise.resolve();
    xml.value = '<a/>';
    await vi.advanceTimersByTimeAsync(120);
    expect(saved).toEqual(['<a/>']);
  });

  it('are pending from the moment they are given until all that were given are saved', async () => {
    const finish: (() => void)[] = [];
    xml.value = '<empty/>';
    watch(() => new Promise<void>((resolve) => finish.push(resolve)));
    xml.value = '<a/>';
    expect(pending, 'before anything is read').toBe(true);
    await vi.advanceTimersByTimeAsync(120);
    xml.value = '<b/>';
    finish[0]!();
    await vi.advanceTimersByTimeAsync(0);
    expect(pending, 'only the one before is saved').toBe(true);
    await vi.advanceTimersByTimeAsync(120);
    finish[1]!();
    await vi.advanceTimersByTimeAsync(0);
    expect([pending, finish.length]).toEqual([false, 2]);
  });

  it('are pending while what they are is still worked out', async () => {
    xml.value = '<empty/>';
    watch();
    later(() => (xml.value = '<a/>'));
    expect(pending).toBe(true);
    await vi.runAllTimersAsync();
    expect([pending, saved]).toEqual([false, ['<a/>']]);
  });

  it('are given to be saved again when that failed', async () => {
    xml.value = '<empty/>';
    const save = vi.fn(() => Promise.resolve()).mockRejectedValueOnce(new Error('the database is closed'));
    const form = watch(save);
    xml.value = '<a/>';
    await expect(form.now()).rejects.toThrow('the database is closed');
    await form.now();
    await form.now();
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('are not saved again for the time of ending that saving itself writes', async () => {
    xml.value = '<empty/>';
    watch(() => Promise.resolve(void saved.push((xml.value += '<end/>'))));
    await answer('<a/>');
    await vi.runAllTimersAsync();
    expect(saved).toEqual(['<a/><end/>']);
    expect(pending).toBe(false);
  });

  it('wait until what they change is worked out', async () => {
    xml.value = '<empty/>';
    watch();
    let asked = 0;
    const goOn = () => (++asked < 400 ? later(goOn) : undefined);
    later(goOn);
    await answer('<a/>');
    expect(saved).toEqual([]);
    await vi.runAllTimersAsync();
    expect([asked, saved]).toEqual([400, ['<a/>']]);
  });

  it('are saved at once when the page is left', async () => {
    xml.value = '<empty/>';
    watch();
    xml.value = '<a/>';
    dispatchEvent(new Event('pagehide'));
    expect(saved).toEqual(['<a/>']);
  });

  it('are saved before the visit is closed, also the one that comes while others are being saved', async () => {
    let finish = () => {};
    let closed = false;
    xml.value = '<empty/>';
    const form = watch(() => {
      saved.push(xml.value!);
      return new Promise<void>((resolve) => (finish = resolve));
    });
    await answer('<a/>');
    xml.value = '<b/>';
    const closing = form.stop().then(() => (closed = true));
    finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(saved).toEqual(['<a/>', '<b/>']);
    expect(closed).toBe(false);
    finish();
    await closing;
    expect(saved).toEqual(['<a/>', '<b/>']);
  });

  it('are saved at once when the visit is closed', () => {
    xml.value = '<empty/>';
    const form = watch();
    xml.value = '<a/>';
    void form.stop();
    expect(saved).toEqual(['<a/>']);
  });

  it('wait until the browser has nothing to draw', async () => {
    const idle = vi.fn<typeof requestIdleCallback>();
    vi.stubGlobal('requestIdleCallback', idle);
    xml.value = '<empty/>';
    watch();
    await answer('<a/>');
    expect(saved).toEqual([]);
    later(() => (xml.value = '<a/><asked/>'));
    const beIdle = () => idle.mock.lastCall?.[0]({ didTimeout: false, timeRemaining: () => 50 });
    beIdle();
    expect(saved, 'another answer came meanwhile').toEqual([]);
    await vi.runAllTimersAsync();
    beIdle();
    vi.unstubAllGlobals();
    expect(saved).toEqual(['<a/><asked/>']);
  });

  it('that change while others are being saved are saved after them', async () => {
    let finish = () => {};
    xml.value = '<empty/>';
    watch(() => {
      saved.push(xml.value!);
      return new Promise<void>((resolve) => (finish = resolve));
    });
    await answer('<a/>');
    await answer('<b/>');
    expect(saved).toEqual(['<a/>']);
    finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(saved).toEqual(['<a/>', '<b/>']);
  });
});
