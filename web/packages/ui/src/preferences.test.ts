import { beforeEach, describe, expect, it } from 'vitest';
import { nextTick } from 'vue';
import { createTexts, pageChoice, theme } from './preferences.ts';

beforeEach(() => localStorage.clear());

describe('The texts', () => {
  it('join an application’s words to the shared ones, group by group', () => {
    const { t } = createTexts({ id: { action: { save: 'Simpan' } }, en: { action: { save: 'Save' } } }).global;
    expect([t('action.save'), t('action.retry')]).toEqual(['Simpan', 'Coba lagi']);
  });

  it('are Indonesian first; the choice is remembered and named in the page', async () => {
    const { locale } = createTexts({ id: {}, en: {} }).global;
    expect(locale.value).toBe('id');
    locale.value = 'en';
    await nextTick();
    expect(document.documentElement.lang).toBe('en');
    expect(createTexts({ id: {}, en: {} }).global.locale.value).toBe('en');
  });
});

describe('A choice of how pages look', () => {
  const page = document.documentElement.dataset;

  it('is the first one until another is chosen, and is then remembered', () => {
    const choice = pageChoice('text', ['normal', 'large']);
    expect([page['text'], localStorage.getItem('tuntas.text')]).toEqual(['normal', null]);
    choice.value = 'large';
    expect([page['text'], localStorage.getItem('tuntas.text')]).toEqual(['large', 'large']);
    expect(pageChoice('text', ['normal', 'large']).value).toBe('large');
  });

  it('is the first one when something else was remembered', () => {
    localStorage.setItem('tuntas.text', 'gigantic');
    expect(pageChoice('text', ['normal', 'large']).value).toBe('normal');
  });

  it('opens light: the field is in the sun', () => {
    expect([theme.value, page['theme']]).toEqual(['light', 'light']);
  });
});
