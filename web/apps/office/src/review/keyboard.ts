import { onMounted, onUnmounted } from 'vue';

/** Single-letter keys for a screen worked in for hours; silent while somebody types, or while a dialog is open. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = event.target as HTMLElement | null;
    if (target?.closest('input:not([type=radio]):not([type=checkbox]), textarea, select, dialog')) return;
    if (document.querySelector('dialog[open]')) return;
    const act = keys[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  }
  onMounted(() => document.addEventListener('keydown', onKey));
  onUnmounted(() => document.removeEventListener('keydown', onKey));
}
