import { useRouter } from 'vue-router';
import type { RouteLocationRaw } from 'vue-router';

/** Goes back to where the officer came from, which is shown as he left it; to the given screen where the app was opened here. */
export function useWayBack(): (otherwise: RouteLocationRaw) => void {
  const router = useRouter();
  return (otherwise) => (router.options.history.state['back'] ? router.back() : void router.push(otherwise));
}
