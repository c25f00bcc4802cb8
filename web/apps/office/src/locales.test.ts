import { keyUse, keysOf } from '@tuntas/ui/locale-check';
import { describe, expect, it } from 'vitest';
import sharedTexts from '../../../packages/ui/src/locales/id.json';
import en from './locales/en.json';
import id from './locales/id.json';

const use = keyUse([import.meta.dirname], keysOf(id), keysOf(sharedTexts));

describe('The texts of the office app', () => {
  it('have the same keys in both languages', () => {
    expect(keysOf(en).sort()).toEqual(keysOf(id).sort());
  });

  it('are all used', () => {
    expect(use.unused).toEqual([]);
  });

  it('lack nothing that a screen asks for', () => {
    expect(use.unknown).toEqual([]);
  });
});
