import { reactive } from 'vue';
import { api, session } from '../session.ts';

const names = reactive(new Map<string, string>());
let asked = false;

/** A region's name; its code until the names are there. */
export function regionName(code: string): string {
  if (code === session.app?.regency.code) return session.app.regency.name;
  if (!asked) {
    asked = true;
    api
      .regions('district')
      .then((page) => page.items.forEach((one) => names.set(one.code, one.name)))
      .catch(() => (asked = false));
  }
  return names.get(code) ?? code;
}
