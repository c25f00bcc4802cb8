import type { Point } from '@tuntas/field-data';
import { ref } from 'vue';

/** Where the phone is; null until it is known or when the officer refuses. */
export const here = ref<(Point & { accuracy: number }) | null>(null);

export function locate(): void {
  if (!('geolocation' in navigator)) return;
  navigator.geolocation.getCurrentPosition(
    (position) => {
      here.value = { lat: position.coords.latitude, lng: position.coords.longitude, accuracy: position.coords.accuracy };
    },
    () => undefined,
    { enableHighAccuracy: true, maximumAge: 60_000, timeout: 20_000 },
  );
}
