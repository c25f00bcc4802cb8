import { SORTS, distanceInMetres, inOrder, stopsOf } from '@tuntas/field-data';
import type { Point, Sort, Stop } from '@tuntas/field-data';
import { computed, ref, shallowRef, watch } from 'vue';
import { isOpen, work } from './field.ts';
import { here } from './place.ts';

const SORT = 'tuntas.sort';
const kept = SORTS.find((one) => one === localStorage.getItem(SORT));

/** How the officer wants his families in order; remembered on this phone. */
export const sort = ref<Sort>(kept ?? 'way');
watch(sort, (now) => localStorage.setItem(SORT, now));

/** A way that is laid anew at every step would only confuse. */
const NEW_WAY_AFTER_M = 200;
const wayFrom = shallowRef<Point | null>(null);
watch(
  here,
  (now) => {
    if (!now || !wayFrom.value || distanceInMetres(wayFrom.value, now) > NEW_WAY_AFTER_M) wayFrom.value = now;
  },
  { immediate: true },
);

/** All of the officer's families with their places, as he wants them in order. */
export const stops = computed<readonly Stop[]>(() =>
  inOrder(stopsOf(work.value?.families ?? [], work.value?.villages ?? [], here.value), sort.value, wayFrom.value, isOpen),
);
