const KEY = 'tuntas-sender';

/** A random id, on pages that came over plain HTTP too. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The key by which this browser's sendings are counted. Where the browser keeps nothing, it is another one each time. */
export function senderKey(): string {
  try {
    const kept = localStorage.getItem(KEY) ?? newId();
    localStorage.setItem(KEY, kept);
    return kept;
  } catch {
    return newId();
  }
}
