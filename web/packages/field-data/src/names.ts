let collator: Intl.Collator | null = null;
/** Made at its first use, which a slow phone waits for. */
const order = () => (collator ??= new Intl.Collator('id', { sensitivity: 'base', numeric: true }));

/** Without marks and capitals: what two spellings of one name have in common. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * Names in the order in which people look them up: by the parts as they are given, from the first. The "I" and "Ni" before a Balinese name say
 * man or woman and nothing of the person, so they decide only between equals.
 */
export function byName(a: string, b: string): number {
  return order().compare(withoutArticle(a), withoutArticle(b)) || order().compare(a, b);
}

function withoutArticle(name: string): string {
  return name.trim().replace(/^(?:I|Ni)\s+(?=\S)/i, '');
}
