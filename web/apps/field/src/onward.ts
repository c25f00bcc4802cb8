/** Where the reader wanted to go before a door was in the way. */
export function onwardFrom(lanjut: unknown): string {
  return typeof lanjut === 'string' && /^\/(?!\/)/.test(lanjut) ? lanjut : '/';
}
