import { describe, expect, it } from 'vitest';
import { afterStart, classic } from '../classic-start.ts';

const run = (code: string): unknown => new Function(code)();

describe('The start of the app', () => {
  it('is a classic script that holds what others take from it', () => {
    run(classic('const counted=(n)=>n+1,word="a";export{counted as c,word as w};'));
    const later = afterStart('import{c as d,w}from"./start-X.js";return[d(1),w]', 'assets/start-X.js');
    expect(later).not.toContain('import');
    expect(run(later)).toEqual([2, 'a']);
  });

  it('leaves what parts take from each other as it is', () => {
    const code = 'import{a}from"./words-X.js";';
    expect(afterStart(code, 'assets/start-X.js')).toBe(code);
  });
});
