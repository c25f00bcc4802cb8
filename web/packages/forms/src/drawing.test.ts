import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp, defineComponent, h, nextTick, ref } from 'vue';
import type { App } from 'vue';
import { draw, drawAfterPaint, drawnInSlice, drawnInTurn, isWaiting } from './drawing.ts';
import { isSettled, later } from './slices.ts';

const Question = defineComponent({
  props: { name: { type: String, required: true }, atOnce: Boolean },
  setup(props) {
    const isDrawn = drawnInTurn(props.atOnce);
    return () => h('div', { id: props.name }, isDrawn.value ? [h('input')] : []);
  },
});

describe('Questions', () => {
  let app: App;
  const asked = ref<string[]>([]);
  const place = (name: string) => document.getElementById(name)!;
  const press = () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  const drawn = () => [...document.querySelectorAll('div:has(> input)')].map(({ id }) => id);

  beforeEach(() => {
    vi.useFakeTimers();
    asked.value = ['case', 'result', 'consent', 'job'];
    app = createApp(() => asked.value.map((name) => h(Question, { key: name, name, atOnce: name === 'case' })));
    app.mount(document.body.appendChild(document.createElement('main')));
  });
  afterEach(async () => {
    await vi.runAllTimersAsync();
    app.unmount();
    document.body.replaceChildren();
    vi.useRealTimers();
  });

  it('have their place at once, and are drawn one by one when there is nothing else to do', async () => {
    expect(drawn()).toEqual(['case']);
    expect([isWaiting(place('case')), isWaiting(place('result'))]).toEqual([false, true]);
    await vi.advanceTimersToNextTimerAsync();
    expect(drawn()).toEqual(['case', 'result']);
    await vi.runAllTimersAsync();
    expect(drawn()).toEqual(['case', 'result', 'consent', 'job']);
  });

  it('are drawn one by one also on a phone that always has something to do', async () => {
    await vi.runAllTimersAsync();
    vi.stubGlobal('requestIdleCallback', (work: () => void, wish?: IdleRequestOptions) => wish?.timeout && setTimeout(work, wish.timeout));
    asked.value = ['house', 'roof', 'floor'];
    await nextTick();
    await vi.runAllTimersAsync();
    vi.unstubAllGlobals();
    expect(drawn()).toEqual(['house', 'roof', 'floor']);
  });

  it('are drawn out of their turn when they are shown, also twice', async () => {
    await draw(place('consent'));
    await draw(place('consent'));
    expect(drawn()).toEqual(['case', 'consent']);
  });

  it('are drawn after the page is painted when they are likely to follow', async () => {
    press();
    drawAfterPaint(place('job'));
    await nextTick();
    expect(drawn()).toEqual(['case']);
    await vi.waitFor(() => expect(drawn()).toEqual(['case', 'job']));
  });

  it('wait while keys are pressed', async () => {
    press();
    await vi.advanceTimersByTimeAsync(399);
    expect(drawn()).toEqual(['case']);
    await vi.runAllTimersAsync();
    expect(drawn()).toEqual(['case', 'result', 'consent', 'job']);
  });

  it('that are no longer asked are not drawn', async () => {
    const gone = place('job');
    asked.value = ['case', 'result'];
    await nextTick();
    expect(isWaiting(gone)).toBe(false);
    await vi.runAllTimersAsync();
    expect(drawn()).toEqual(['case', 'result']);
  });
});

describe('A group', () => {
  const Group = defineComponent(() => {
    const isDrawn = drawnInSlice();
    return () => (isDrawn.value ? h('section') : null);
  });
  const shown = ref(false);
  const drawn = () => document.querySelector('section') !== null;
  let app: App;

  beforeEach(() => {
    vi.useFakeTimers();
    app = createApp(() => (shown.value ? h(Group) : null));
  });
  afterEach(() => {
    app.unmount();
    document.body.replaceChildren();
    vi.useRealTimers();
  });

  it('is drawn at once when the form opens', () => {
    shown.value = true;
    app.mount(document.body.appendChild(document.createElement('main')));
    expect([drawn(), isSettled()]).toEqual([true, true]);
  });

  it('that an answer brings is drawn in a slice of its own', async () => {
    shown.value = false;
    app.mount(document.body.appendChild(document.createElement('main')));
    later(() => (shown.value = true));
    const meanwhile: boolean[] = [];
    later(() => meanwhile.push(drawn()));
    await vi.runAllTimersAsync();
    expect([meanwhile, drawn(), isSettled()]).toEqual([[false], true, true]);
  });
});
