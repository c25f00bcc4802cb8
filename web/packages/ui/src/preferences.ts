import { createI18n } from 'vue-i18n';
import { ref, watchEffect } from 'vue';
import type { Language } from './format.ts';
import en from './locales/en.json';
import id from './locales/id.json';

type Messages = { readonly [key: string]: string | Messages };
export type Theme = 'light' | 'dark';

const LANGUAGE_KEY = 'tuntas.language';
const THEME_KEY = 'tuntas.theme';

function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    /* a browser without storage forgets the choice, nothing else */
  }
}

/** Indonesian first, English second; the choice is remembered in this browser and named in `<html lang>`. */
export function createTexts(messages: Record<Language, Messages>) {
  const language: Language = remembered(LANGUAGE_KEY) === 'en' ? 'en' : 'id';
  const i18n = createI18n({
    legacy: false,
    locale: language,
    fallbackLocale: 'id',
    messages: { id, en },
  });
  i18n.global.mergeLocaleMessage('id', messages.id);
  i18n.global.mergeLocaleMessage('en', messages.en);
  watchEffect(() => {
    document.documentElement.lang = i18n.global.locale.value;
    remember(LANGUAGE_KEY, i18n.global.locale.value);
  });
  return i18n;
}

/** Light unless chosen otherwise: the field opens in sunlight. */
export const theme = ref<Theme>(remembered(THEME_KEY) === 'dark' ? 'dark' : 'light');

export function setTheme(next: Theme): void {
  theme.value = next;
  remember(THEME_KEY, next);
  applyTheme();
}

export function applyTheme(): void {
  document.documentElement.dataset['theme'] = theme.value;
}
