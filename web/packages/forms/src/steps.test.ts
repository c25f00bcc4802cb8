import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import { isSettled, later, settle } from './slices.ts';
import { stepThrough } from './steps.ts';
import type { Standing, Steps } from './steps.ts';

const question = (name: string, control = `<input aria-label="${name}">`, message = '') =>
  `<div class="question-container" id="${name}">${control}<span class="validation-message">${message}</span></div>`;

describe('The questions one at a time', () => {
  let steps: Steps;
  let standing: Standing;
  let wrong: string;
  const now = () => [...document.querySelectorAll('[data-now]')].map((step) => step.id);
  const at = (name: string) => document.getElementById(name)!;

  beforeEach(() => {
    document.body.innerHTML = `
      <div class="p-panel" id="first">${question('result')}${question('consent', undefined, 'Wajib diisi.')}</div>
      <div class="p-panel" id="second">${question('case', '<input disabled>')}${question('note', '')}${question('job')}</div>`;
    wrong = '';
    steps = stepThrough(
      document.body,
      (here) => (standing = here),
      (message) => (wrong = message),
    );
  });
  afterEach(() => {
    steps.stop();
    document.body.replaceChildren();
  });

  it('begin with the first, whose group alone is shown', () => {
    expect(now()).toEqual(['result']);
    expect([at('first').dataset['way'], at('second').dataset['way']]).toEqual(['', undefined]);
    expect(standing).toMatchObject({ number: 1, count: 4, step: at('result') });
  });

  it('have the keyboard in the first one at once', async () => {
    await nextTick();
    expect(document.activeElement).toBe(at('result').querySelector('input'));
  });

  it('go on and back, with the keyboard in the question', async () => {
    await steps.next();
    expect(now()).toEqual(['consent']);
    expect(document.activeElement).toBe(at('consent').querySelector('input'));
    await steps.back();
    expect(now()).toEqual(['result']);
  });

  it('stay at an answer that is wrong and say why, until one insists', async () => {
    await steps.next();
    await steps.next();
    expect([now(), wrong, at('consent').hasAttribute('data-wrong')]).toEqual([['consent'], 'Wajib diisi.', true]);
    expect(document.activeElement).toBe(at('consent').querySelector('input'));
    await steps.next();
    expect([now(), wrong, at('consent').hasAttribute('data-wrong')]).toEqual([['note'], '', false]);
  });

  it('say nothing more once the answer is mended', async () => {
    await steps.next();
    await steps.next();
    at('consent').querySelector('.validation-message')!.replaceChildren();
    await expect.poll(() => wrong).toBe('');
    await steps.next();
    expect(now()).toEqual(['note']);
  });

  describe('left before it is known what the answer asks for', () => {
    const asked = () => at('result').insertAdjacentHTML('afterend', question('name'));
    beforeEach(() => later(asked));
    afterEach(() => {
      settle();
      vi.restoreAllMocks();
    });

    it('are taken up again at what it asks for', async () => {
      await steps.next();
      await steps.next();
      expect(now()).toEqual(['consent']);
      settle();
      await expect.poll(now).toEqual(['name']);
      await steps.next();
      expect(now()).toEqual(['consent']);
    });

    it('are taken up again once, however much more the answer asks for', async () => {
      vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(0);
      window.dispatchEvent(new Event('keydown'));
      await steps.next();
      asked();
      await expect.poll(now).toEqual(['name']);
      await steps.next();
      at('consent').insertAdjacentHTML('afterend', question('land'));
      await expect.poll(() => standing.count).toBe(6);
      expect([now(), isSettled()]).toEqual([['consent'], false]);
    });

    it('stay where one has answered meanwhile', async () => {
      await steps.next();
      at('consent')
        .querySelector('input')!
        .dispatchEvent(new InputEvent('input', { bubbles: true }));
      settle();
      await expect.poll(() => standing.count).toBe(5);
      expect(now()).toEqual(['consent']);
      await steps.next();
      await steps.next();
      expect(now()).toEqual(['name']);
    });
  });

  it('leave out what the form filled in itself', async () => {
    steps.goTo(at('consent'));
    await steps.next();
    await steps.next();
    expect(now()).toEqual(['note']);
    expect(document.activeElement).toBe(at('note'));
  });

  it('keep their place when others come and go', async () => {
    steps.goTo(at('job'));
    expect(standing).toMatchObject({ number: 4, count: 4 });
    at('first').insertAdjacentHTML('beforeend', question('moved'));
    await expect.poll(() => standing).toMatchObject({ number: 5, count: 5 });
    expect(now()).toEqual(['job']);
    at('job').remove();
    await expect.poll(now).toEqual(['note']);
  });

  it('go on with Enter, but not out of a text of many lines', async () => {
    const enter = () => new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    at('result').innerHTML = '<textarea></textarea>';
    at('result').querySelector('textarea')!.dispatchEvent(enter());
    expect(now()).toEqual(['result']);
    at('result').innerHTML = '<input>';
    at('result').querySelector('input')!.dispatchEvent(enter());
    await expect.poll(now).toEqual(['consent']);
  });

  it('leave no mark behind', () => {
    steps.stop();
    expect(document.querySelectorAll('[data-now], [data-way]')).toHaveLength(0);
  });
});
