import type { FieldWork } from '@tuntas/contract';
import { describe, expect, it } from 'vitest';
import { applyDifference, isSigned } from './work-difference.ts';

const list = (sequence: number, names: Record<string, string>, more: Partial<FieldWork> = {}) =>
  ({ sequence, round: null, families: Object.entries(names).map(([id, name]) => ({ id, name })), ...more }) as unknown as FieldWork;
const names = (work: FieldWork) => work.families.map((family) => `${family.id} ${family.name}`);

describe('A work list', () => {
  const kept = list(1, { a: 'Ni Luh', b: 'Gede', c: 'Ketut' });

  it('is replaced in place, shortened and lengthened by a difference', () => {
    const news = list(4, { b: 'Gede Baru', d: 'Putu' }, { full: false, removed: ['a'] });
    const now = applyDifference(kept, news);
    expect(names(now)).toEqual(['b Gede Baru', 'c Ketut', 'd Putu']);
    expect(now.sequence).toBe(4);
  });

  it('is taken whole when the office sends it whole, or when there is none yet', () => {
    const whole = list(9, { e: 'Wayan' }, { full: true });
    expect(applyDifference(kept, whole)).toBe(whole);
    expect(applyDifference(null, list(9, {}, { full: false })).sequence).toBe(9);
  });
});

describe('The signature of a work list', () => {
  it('holds for the very bytes and for no others', async () => {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
    const { x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
    const officeKey = { kty: 'EC', crv: 'P-256', x: x!, y: y! } as const;
    const body = new TextEncoder().encode('{"sequence":1}');
    const signed = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, body);
    const signature = Buffer.from(signed).toString('base64url');
    expect(await isSigned(body, signature, officeKey)).toBe(true);
    expect(await isSigned(new TextEncoder().encode('{"sequence":2}'), signature, officeKey)).toBe(false);
    expect(await isSigned(body, null, officeKey)).toBe(false);
  });
});
