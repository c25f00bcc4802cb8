import { createI18n } from 'vue-i18n';
import { ref, watch, watchEffect } from 'vue';
import type { Ref } from 'vue';
import type { Language } from './format.ts';
import en from './locales/en.json';
import id from './locales/id.json';

type Messages = { readonly [key: string]: string | Messages };

const LANGUAGE_KEY = 'tuntas.language';

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

/** Two groups of the same name are one. Vue I18n would copy every word instead. */
function joined(shared: Messages, own: Messages): Messages {
  const both = Object.entries(own).map(([name, group]) => {
    const before = shared[name];
    return [name, typeof before === 'object' && typeof group === 'object' ? { ...before, ...group } : group] as const;
  });
  return { ...shared, ...Object.fromEntries(both) };
}

/** Indonesian first, English second; the choice is remembered in this browser and named in `<html lang>`. */
export function createTexts(messages: Record<Language, Messages>) {
  const language: Language = remembered(LANGUAGE_KEY) === 'en' ? 'en' : 'id';
  const i18n = createI18n({
    legacy: false,
    locale: language,
    fallbackLocale: 'id',
    messages: { id: joined(id, messages.id), en: joined(en, messages.en) },
  });
  watchEffect(() => {
    document.documentElement.lang = i18n.global.locale.value;
    remember(LANGUAGE_KEY, i18n.global.locale.value);
  });
  return i18n;
}

/** A choice of how pages look: remembered in this browser and written into `<html data-NAME>`; the first value is what nobody has to choose. */
export function pageChoice<T extends string>(name: string, values: readonly [T, ...T[]]): Ref<T> {
  const key = `tuntas.${name}`;
  const choice = ref(values.find((value) => value === remembered(key)) ?? values[0]) as Ref<T>;
  watch(
    choice,
    (now, before) => {
      document.documentElement.dataset[name] = now;
      if (before !== undefined) remember(key, now);
    },
    { immediate: true, flush: 'sync' },
  );
  return choice;
}

/** Light unless chosen otherwise: the field opens in sunlight. */
export const theme = pageChoice('theme', ['light', 'dark']);
