import { Problem, Unreachable } from '@tuntas/contract';
import type { Day } from '@tuntas/contract';
import { dayAfter } from '@tuntas/field-data';
import { Format, daysBetween } from '@tuntas/ui';
import { ref } from 'vue';
import { appState } from './office.ts';

const AHEAD = 'tuntas.days-ahead';
const clock = new Format('id');
const phoneDay = () => clock.calendarDay(new Date().toISOString());
function day(): Day | null {
  const ahead = localStorage.getItem(AHEAD);
  return ahead === null ? null : dayAfter(phoneDay(), Number(ahead));
}

/**
 * The day that the office works on, known without signal too: the phone remembers how many days the office was ahead of its own clock, which
 * may be wrong, and in the demo stands on another day. Null until the office was asked once.
 */
export const today = ref(day());

export async function askToday(): Promise<void> {
  try {
    localStorage.setItem(AHEAD, String(daysBetween(phoneDay(), (await appState()).today)));
  } catch (problem) {
    if (!(problem instanceof Problem || problem instanceof Unreachable)) throw problem;
  }
  today.value = day();
}

/** Whether something that this phone noted was noted today. */
export const notedToday = (at: string): boolean => clock.calendarDay(at) === phoneDay();
/** Whether something that the office dates happened today. */
export const datedToday = (at: string): boolean => clock.calendarDay(at) === today.value;
