import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IDLE_MS, whenIdle } from './idle.ts';
import { Channel } from './testing.ts';

describe('An app that nobody touches', () => {
  const idle = vi.fn();
  let now = 0;
  let stop = () => {};

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('BroadcastChannel', Channel);
    idle.mockReset();
    now = 0;
    stop = whenIdle(idle, () => now);
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const pass = (ms: number) => {
    now += ms;
    vi.advanceTimersByTime(10_000);
  };

  it('is idle after ten minutes and not before', () => {
    pass(IDLE_MS - 1);
    expect(idle).not.toHaveBeenCalled();
    pass(1);
    expect(idle).toHaveBeenCalledOnce();
  });

  it('is not idle while it is touched', () => {
    pass(IDLE_MS - 1);
    dispatchEvent(new Event('pointerdown'));
    pass(IDLE_MS - 1);
    expect(idle).not.toHaveBeenCalled();
  });

  it('is not idle while another window of it is touched', () => {
    const elsewhere = new Channel('tuntas.touch');
    pass(IDLE_MS - 1);
    elsewhere.postMessage(null);
    pass(IDLE_MS - 1);
    expect(idle).not.toHaveBeenCalled();
    pass(1);
    expect(idle).toHaveBeenCalledOnce();
  });

  it('tells its other windows that it is touched', () => {
    const told = vi.fn();
    new Channel('tuntas.touch').addEventListener('message', told);
    pass(IDLE_MS / 2);
    dispatchEvent(new Event('pointerdown'));
    dispatchEvent(new Event('pointerdown'));
    expect(told).toHaveBeenCalledOnce();
  });

  it('is idle when the phone wakes after a long sleep, before the first touch counts', () => {
    now = 10 * IDLE_MS;
    dispatchEvent(new Event('pointerdown'));
    expect(idle).toHaveBeenCalledOnce();
  });

  it('is idle when the clock was set back: nobody knows how long it was', () => {
    pass(-1);
    expect(idle).toHaveBeenCalledOnce();
  });
});
