import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterPaint, isInSlice, isSettled, isTimeUp, isTouch, later, settle } from './slices.ts';

describe('What an answer changes', () => {
  let now = 0;
  const done: string[] = [];
  const answer = () => window.dispatchEvent(new Event('change'));

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    done.length = 0;
  });
  afterEach(() => {
    settle();
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it('is not cut short while the form opens', () => {
    expect([isInSlice(), isTimeUp()]).toEqual([false, false]);
  });

  it('is cut short when its slice is over, until the answer is handled', async () => {
    answer();
    expect([isInSlice(), isTimeUp()]).toEqual([true, false]);
    now += 13;
    expect([isInSlice(), isTimeUp()]).toEqual([true, true]);
    await vi.runAllTimersAsync();
    expect([isInSlice(), isTimeUp()]).toEqual([false, false]);
  });

  it('goes on in a slice of its own', async () => {
    later(() => done.push(`${isInSlice()} ${isTimeUp()}`));
    expect(isSettled()).toBe(false);
    await vi.runAllTimersAsync();
    expect(done).toEqual(['true false']);
    expect([isSettled(), isInSlice()]).toEqual([true, false]);
  });

  it('waits until what was touched is painted, and is not held up any more then', async () => {
    const frames: FrameRequestCallback[] = [];
    vi.spyOn(globalThis, 'requestAnimationFrame').mockImplementation((frame) => frames.push(frame));
    answer();
    expect(isTouch()).toBe(true);
    later(() => {
      done.push(`first ${isInSlice()} ${isTouch()}`);
      later(() => done.push('second'));
    });
    await vi.advanceTimersByTimeAsync(299);
    expect([isSettled(), done]).toEqual([false, []]);
    frames[0]!(0);
    await vi.waitFor(() => expect(isTouch()).toBe(false));
    await vi.runAllTimersAsync();
    expect(done).toEqual(['first true false', 'second']);
  });

  it('waits until everybody else who waits for that frame has heard of it, and so does what is done after a paint', async () => {
    const frames: FrameRequestCallback[] = [];
    vi.spyOn(globalThis, 'requestAnimationFrame').mockImplementation((frame) => frames.push(frame));
    answer();
    later(() => done.push('slice'));
    afterPaint(() => done.push('after paint'));
    frames.push(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done.push('heard');
      port2.postMessage(null);
    });
    frames.forEach((frame) => frame(0));
    await vi.waitFor(async () => {
      await vi.runAllTimersAsync();
      expect(done).toHaveLength(3);
    });
    expect(done[0]).toBe('heard');
  });

  it('goes on in a window that is not painted', async () => {
    vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(0);
    answer();
    later(() => done.push('unseen'));
    await vi.runAllTimersAsync();
    expect(done).toEqual(['unseen']);
  });

  it('is drawn before the next of it is worked out', async () => {
    for (const work of ['first', 'second']) {
      later(() => {
        done.push(work);
        queueMicrotask(() => done.push(`${work} drawn`));
      });
    }
    await vi.runAllTimersAsync();
    expect(done).toEqual(['first', 'first drawn', 'second', 'second drawn']);
  });

  it('is gone on with once, however often it is put off', async () => {
    const work = () => done.push('once');
    later(work);
    later(work);
    await vi.runAllTimersAsync();
    expect(done).toEqual(['once']);
  });

  it('is worked out to its end when the answers are read, also what is put off meanwhile', async () => {
    answer();
    now += 13;
    later(() => later(() => done.push(`end ${isTimeUp()}`)));
    settle();
    expect(done).toEqual(['end false']);
    expect(isSettled()).toBe(true);
    await vi.runAllTimersAsync();
    expect(done).toHaveLength(1);
  });
});
