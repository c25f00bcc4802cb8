import { NoRoom, SHORT_BYTES, roomLeft } from '@tuntas/field-data';
import type { FieldStore } from '@tuntas/field-data';
import { computed, ref } from 'vue';

/** Bytes that the app may still keep on this phone; null where the browser does not say. */
export const left = ref<number | null>(null);
const reserved = ref(true);
export const isShort = computed(() => !reserved.value || (left.value !== null && left.value < SHORT_BYTES));
/** What was given last did not fit; what was kept before is safe. */
export const full = ref(false);
/** Whether the browser promised to keep the app's data when the phone runs short. */
export const persistent = ref<boolean | null>(null);

/** Asks the browser not to clear the data when the phone runs short. Its answer may wait for the officer's, so nothing waits for it. */
export function keepForGood(): void {
  void navigator.storage?.persist?.().then((granted) => (persistent.value = granted));
}

/** Looks what is left; photos that the office has make room before it is short. */
export async function lookAtRoom(store: FieldStore): Promise<void> {
  reserved.value = await store.holdReserve();
  left.value = await roomLeft();
  const lacking = left.value === null ? 0 : SHORT_BYTES - left.value;
  if (lacking > 0 && (await store.makeRoom(lacking)) > 0) left.value = await roomLeft();
  if (!isShort.value) full.value = false;
}

/** Null when the phone is full; {@link full} tells the officer so. */
export async function unlessFull<T>(write: () => Promise<T>): Promise<T | null> {
  try {
    const written = await write();
    full.value = false;
    return written;
  } catch (failure) {
    if (!(failure instanceof NoRoom)) throw failure;
    full.value = true;
    return null;
  }
}
