import { byName } from '@tuntas/field-data';
import type { Format } from '@tuntas/ui';
import { today } from './today.ts';

/** Has the browser make what the list writes and sorts with, which takes a slow phone a tenth of a second. */
export function makeReady(format: Format): void {
  const now = new Date().toISOString();
  format.number(0);
  format.moment(now);
  format.longDayOfYear(today.value ?? now);
  byName('a', 'b');
}
