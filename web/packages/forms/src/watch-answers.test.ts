import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { later } from './slices.ts';
import { type AnswersWatch, watchAnswers } from './watch-answers.ts';

describe('Answers', () => {
  let xml: string | null = null;
  let watched: AnswersWatch | undefined;
  const saved: string[] = [];
  const root = document.createElement('div');

  beforeEach(() => {
    vi.useFakeTimers();
    document.body.append(root);
    xml = null;
    saved.length = 0;
  });
  afterEach(() => {
    void watched?.stop();
    vi.useRealTimers();
  });

  const watch = (save: () => Promise<void> = () => Promise.resolve(void saved.push(xml!))) =>
    (watched = watchAnswers(root, () => xml, save));
  const answer = async (text: string) => {
    xml = text;
    root.dispatchEvent(new Event('input', { bubbles: true }));
    await vi.advanceTimersByTimeAsync(120);
  };

  it('are saved as they are given, each once; an untouched form is not', async () => {
    watch();
    xml = '<empty/>';
    document.body.click();
    await vi.advanceTimersByTimeAsync(120);
    expect(saved).toEqual([]);
    await answer('<a/>');
    await answer('<a/>');
    await answer('<b/>');
    expect(saved).toEqual(['<a/>', '<b/>']);
  });

  it('are saved too when the first one, a number that raises no event, comes before anything is looked at', async () => {
    watch();
    xml = '<empty/>';
    root.append(document.createElement('p'));
    await Promise.resolve();
    xml = '<a/>';
    document.body.dispatchEvent(new Event('keyup', { bubbles: true }));
    await vi.advanceTimersByTimeAsync(120);
    expect(saved).toEqual(['<a/>']);
  });

  it('are given to be saved again when that failed', async () => {
    xml = '<empty/>';
    const save = vi.fn(() => Promise.resolve()).mockRejectedValueOnce(new Error('the database is closed'));
    const form = watch(save);
    xml = '<a/>';
    await expect(form.now()).rejects.toThrow('the database is closed');
    await form.now();
    await form.now();
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('are not saved again for the time of ending that saving itself writes', async () => {
    xml = '<empty/>';
    watch(() => Promise.resolve(void saved.push((xml += '<end/>'))));
    await answer('<a/>');
    document.body.click();
    await vi.advanceTimersByTimeAsync(120);
    expect(saved).toEqual(['<a/><end/>']);
  });

  it('wait until what they change is worked out', async () => {
    xml = '<empty/>';
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
    xml = '<empty/>';
    watch();
    xml = '<a/>';
    dispatchEvent(new Event('pagehide'));
    expect(saved).toEqual(['<a/>']);
  });

  it('are saved before the visit is closed, also the one that comes while others are being saved', async () => {
    let finish = () => {};
    let closed = false;
    xml = '<empty/>';
    const form = watch(() => {
      saved.push(xml!);
      return new Promise<void>((resolve) => (finish = resolve));
    });
    await answer('<a/>');
    xml = '<b/>';
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
    xml = '<empty/>';
    const form = watch();
    xml = '<a/>';
    void form.stop();
    expect(saved).toEqual(['<a/>']);
  });

  it('wait until the browser has nothing to draw', async () => {
    const idle = vi.fn<typeof requestIdleCallback>();
    vi.stubGlobal('requestIdleCallback', idle);
    xml = '<empty/>';
    watch();
    await answer('<a/>');
    expect(saved).toEqual([]);
    later(() => (xml = '<a/><asked/>'));
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
    xml = '<empty/>';
    watch(() => {
      saved.push(xml!);
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
