import { distanceInMetres } from '@tuntas/field-data';
import type { Point } from '@tuntas/field-data';
import { onMounted, onUnmounted, ref, shallowRef } from 'vue';

/** Where the phone is; null until it is known or when the officer refuses. */
export const here = shallowRef<(Point & { accuracy: number }) | null>(null);
/** The officer, or his phone, does not let the app know where it is. */
export const placeRefused = ref(false);
/** The phone was asked where it is and did not find out. */
export const placeUnknown = ref(!('geolocation' in navigator));

/** A shorter step changes neither the way nor what the screen says. */
const STEP_M = 25;
/** How long the phone may look for its place. */
const LOOK_MS = 30_000;

function found({ coords }: GeolocationPosition): void {
  placeRefused.value = false;
  const now = { lat: coords.latitude, lng: coords.longitude, accuracy: coords.accuracy };
  const before = here.value;
  if (before && distanceInMetres(before, now) < STEP_M && before.accuracy <= now.accuracy) return;
  here.value = now;
}

/** Looks once, as sharp as the phone can. */
export function locate(): void {
  navigator.geolocation?.getCurrentPosition(found, refused, { enableHighAccuracy: true, maximumAge: 10_000, timeout: LOOK_MS });
}

/** Where the phone is at this moment; null when it cannot say within half a minute, or its owner has not allowed it by then. */
export function placeNow(): Promise<(Point & { accuracy: number }) | null> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(null);
    setTimeout(() => resolve(null), LOOK_MS + 1_000);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: coords.latitude, lng: coords.longitude, accuracy: coords.accuracy }),
      () => resolve(null),
      { enableHighAccuracy: true, maximumAge: 0, timeout: LOOK_MS },
    );
  });
}

function refused(error: GeolocationPositionError): void {
  placeRefused.value = error.code === error.PERMISSION_DENIED;
  placeUnknown.value = true;
}

/**
 * Follows the phone while the screen is shown, coarsely: that spares the battery. Where nothing but a satellite knows the place, that is asked
 * once instead.
 */
export function useHere(): void {
  let watched: number | null = null;
  const follow = () => {
    if (watched !== null || document.visibilityState === 'hidden' || !('geolocation' in navigator)) return;
    const lost = (error: GeolocationPositionError) => {
      refused(error);
      if (!placeRefused.value && here.value === null) locate();
    };
    watched = navigator.geolocation.watchPosition(found, lost, { enableHighAccuracy: false, maximumAge: 60_000, timeout: 20_000 });
  };
  const rest = () => {
    if (watched !== null) navigator.geolocation.clearWatch(watched);
    watched = null;
  };
  const seen = () => (document.visibilityState === 'hidden' ? rest() : follow());
  onMounted(() => {
    document.addEventListener('visibilitychange', seen);
    follow();
  });
  onUnmounted(() => {
    document.removeEventListener('visibilitychange', seen);
    rest();
  });
}
