import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { preparePhotos } from './photo-taking.ts';
import { hand } from './hand.ts';

const tick = () => new Promise((resolve) => setTimeout(resolve));
const photo = (name: string) => new File([name], name, { type: 'image/jpeg' });

/** The engine's fields and its Send button; the engine draws what it was given when the test says so. */
function openForm() {
  document.body.innerHTML = `<div class="odk-form">
    <div class="question-container"><input type="file" accept="image/*"></div>
    <div class="question-container"><input type="file" accept="image/*"></div>
    <div class="question-container"><input type="file" accept="audio/*"></div>
    <div class="footer"><button type="button">Send</button></div></div>`;
  const given: string[] = [];
  let sent = 0;
  const inputs = [...document.querySelectorAll('input')];
  for (const input of inputs) input.addEventListener('change', () => given.push(input.files![0]!.name));
  const button = document.querySelector('button')!;
  button.addEventListener('click', () => (sent += 1));
  return {
    given,
    inputs,
    sent: () => sent,
    send: () => button.click(),
    draw: (input: HTMLInputElement) => input.insertAdjacentHTML('afterend', '<div class="preview-captured-image"></div>'),
  };
}

describe('Taking photos', () => {
  let form: ReturnType<typeof openForm>;
  let stop = () => {};
  const prepared: (() => void)[] = [];
  const told: HTMLInputElement[] = [];
  let onTheWay = false;
  beforeEach(() => {
    form = openForm();
    prepared.length = 0;
    told.length = 0;
    stop = preparePhotos(
      document.body,
      (file) => new Promise((resolve) => prepared.push(() => resolve(photo(`small-${file.name}`)))),
      (input) => told.push(input),
      (is) => (onTheWay = is),
    );
  });
  afterEach(() => {
    stop();
    document.body.replaceChildren();
  });

  it('gives the engine the prepared photo only', async () => {
    hand(form.inputs[0]!, photo('a.jpg'));
    expect(form.given).toEqual([]);
    prepared[0]!();
    await tick();
    expect(form.given).toEqual(['small-a.jpg']);
  });

  it('tells of a photo once the engine shows it', async () => {
    const [input] = form.inputs;
    hand(input!, photo('a.jpg'));
    prepared[0]!();
    await tick();
    expect([told, onTheWay]).toEqual([[], true]);
    form.draw(input!);
    await tick();
    expect([told, onTheWay]).toEqual([[input], false]);
  });

  it('leaves what is no photo to the engine', () => {
    hand(form.inputs[2]!, new File(['x'], 'x.ogg', { type: 'audio/ogg' }));
    expect(form.given).toEqual(['x.ogg']);
  });

  it('sends at once when no photo is on its way', () => {
    form.send();
    expect(form.sent()).toBe(1);
  });

  it('sends once, after the last photo was drawn, when Send is pressed before', async () => {
    hand(form.inputs[0]!, photo('a.jpg'));
    hand(form.inputs[1]!, photo('b.jpg'));
    form.send();
    form.send();
    prepared.forEach((done) => done());
    await tick();
    form.draw(form.inputs[0]!);
    await tick();
    expect(form.sent()).toBe(0);
    form.draw(form.inputs[1]!);
    await tick();
    expect(form.sent()).toBe(1);
    form.send();
    expect(form.sent()).toBe(2);
  });

  it('does not wait for a photo whose question went away', async () => {
    hand(form.inputs[0]!, photo('a.jpg'));
    form.send();
    prepared[0]!();
    await tick();
    form.inputs[0]!.closest('.question-container')!.remove();
    await tick();
    expect(form.sent()).toBe(1);
  });
});
