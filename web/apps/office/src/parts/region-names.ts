import type { Region } from '@tuntas/contract';
import { reactive } from 'vue';
import { api, session } from '../session.ts';

const names = reactive(new Map<string, string>());
let askedFor: string | null = null;

/** A region's name; its code until the names are there. Everybody is told of his own regions only, so whoever signs in next asks again. */
export function regionName(code: string): string {
  if (code === session.app?.regency.code) return session.app.regency.name;
  const reader = session.user?.id ?? null;
  if (reader !== null && askedFor !== reader) {
    askedFor = reader;
    api
      .regions('district')
      .then((page) => page.items.forEach((one) => names.set(one.code, one.name)))
      .catch(() => (askedFor = null));
  }
  return names.get(code) ?? code;
}

/** Villages as a list to choose from, by name; two of the same name are told apart by their district. */
export function villageChoices(villages: readonly Region[]): { readonly code: string; readonly label: string }[] {
  const named = (name: string) => villages.filter((one) => one.name === name).length;
  return villages
    .map((one) => ({ code: one.code, label: named(one.name) > 1 && one.parent ? `${one.name}, ${regionName(one.parent)}` : one.name }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
