import type { FieldFamily, FieldWork, PublicJwk } from '@tuntas/contract';

/** The list after a difference: what changed is replaced, what was taken away is gone, the rest stays in its place. */
export function applyDifference(kept: FieldWork | null, news: FieldWork): FieldWork {
  if (!kept || news.full !== false) return news;
  const gone = new Set(news.removed);
  const changed = new Map<string, FieldFamily>(news.families.map((family) => [family.id, family]));
  const stayed = kept.families.filter((family) => !gone.has(family.id)).map((family) => changed.get(family.id) ?? family);
  const known = new Set(stayed.map((family) => family.id));
  return { ...news, families: [...stayed, ...news.families.filter((family) => !known.has(family.id))] };
}

/** Whether the office signed these very bytes (ECDSA on P-256 with SHA-256, r and s side by side, base64url). */
export async function isSigned(body: BufferSource, signature: string | null, officeKey: PublicJwk): Promise<boolean> {
  if (!signature) return false;
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  const key = await crypto.subtle.importKey('jwk', { ...officeKey }, curve, false, ['verify']);
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, fromBase64Url(signature), body);
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}
