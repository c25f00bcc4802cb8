import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

type Messages = { readonly [key: string]: string | Messages };

export function keysOf(messages: Messages, prefix = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  );
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(vue|ts)$/.test(path) && !path.endsWith('.test.ts') && !path.includes('node_modules'))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
}

export interface KeyUse {
  readonly unused: readonly string[];
  readonly unknown: readonly string[];
}

/**
 * Which keys no source names, and which named keys no file has. A key counts as used when it stands in quotes, or when a template
 * literal starts with its beginning and goes on with a value (`state.${state}`).
 */
export function keyUse(folders: readonly string[], keys: readonly string[], knownElsewhere: readonly string[] = []): KeyUse {
  const text = folders.flatMap(sources).join('\n');
  const quoted = new Set([...text.matchAll(/['"`]([A-Za-z][\w-]*(?:\.[\w-]+)+)['"`]/g)].map((match) => match[1] ?? ''));
  const prefixes = [...text.matchAll(/`([A-Za-z][\w.-]*\.)\$\{/g)].map((match) => match[1] ?? '');
  const asked = [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  const known = new Set([...keys, ...knownElsewhere]);
  return {
    unused: keys.filter((key) => !quoted.has(key) && !prefixes.some((prefix) => key.startsWith(prefix))),
    unknown: asked.filter((key) => !known.has(key)),
  };
}
