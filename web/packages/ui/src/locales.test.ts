import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyUse, keysOf } from './locale-check.ts';
import en from './locales/en.json';
import id from './locales/id.json';

const folder = (path: string) => join(import.meta.dirname, path);

describe('The shared texts', () => {
  it('have the same keys in both languages', () => {
    expect(keysOf(en).sort()).toEqual(keysOf(id).sort());
  });

  it('are all used by an application', () => {
    const folders = ['.', '../../../apps/office/src', '../../../apps/field/src'].map(folder);
    expect(keyUse(folders, keysOf(id)).unused).toEqual([]);
  });
});
