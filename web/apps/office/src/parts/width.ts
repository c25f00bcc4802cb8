import { type Ref, onMounted, onUnmounted, ref } from 'vue';

/** The present width of an element in pixels, so that pictures keep their letters readable on any screen. */
export function useWidth(element: Ref<HTMLElement | null>, initial: number): Ref<number> {
  const width = ref(initial);
  let observer: ResizeObserver | undefined;
  onMounted(() => {
    if (!element.value || typeof ResizeObserver === 'undefined') return;
    observer = new ResizeObserver(([entry]) => {
      const next = Math.round(entry?.contentRect.width ?? 0);
      if (next > 0) width.value = next;
    });
    observer.observe(element.value);
  });
  onUnmounted(() => observer?.disconnect());
  return width;
}
