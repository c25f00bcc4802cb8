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
