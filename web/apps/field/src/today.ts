import { Problem, Unreachable } from '@tuntas/contract';
import type { Day } from '@tuntas/contract';
import { dayAfter } from '@tuntas/field-data';
import { Format, daysBetween } from '@tuntas/ui';
import { computed, shallowRef, triggerRef } from 'vue';
import { appState } from './office.ts';

const AHEAD = 'tuntas.days-ahead';
const clock = new Format('id');
const phoneDay = () => clock.calendarDay(new Date().toISOString());
const ahead = shallowRef(localStorage.getItem(AHEAD));

/**
 * The day that the office works on, known without signal too: the phone remembers how many days the office was ahead of its own clock, which
 * may be wrong, and in the demo stands on another day. Null until the office was asked once.
 */
export const today = computed<Day | null>(() => (ahead.value === null ? null : dayAfter(phoneDay(), Number(ahead.value))));

export async function askToday(): Promise<void> {
  try {
    ahead.value = String(daysBetween(phoneDay(), (await appState()).today));
    localStorage.setItem(AHEAD, ahead.value);
  } catch (problem) {
    if (!(problem instanceof Problem || problem instanceof Unreachable)) throw problem;
  }
  triggerRef(ahead);
}

/** Whether something that this phone noted was noted today. */
export const notedToday = (at: string): boolean => clock.calendarDay(at) === phoneDay();
/** Whether something that the office dates happened today. */
export const datedToday = (at: string): boolean => clock.calendarDay(at) === today.value;
