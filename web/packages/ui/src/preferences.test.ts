import { beforeEach, describe, expect, it } from 'vitest';
import { nextTick } from 'vue';
import { applyTheme, createTexts, setTheme } from './preferences.ts';

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

describe('The theme', () => {
  it('is light until dark is chosen, and stays dark', () => {
    applyTheme();
    expect(document.documentElement.dataset['theme']).toBe('light');
    setTheme('dark');
    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(localStorage.getItem('tuntas.theme')).toBe('dark');
  });
});
