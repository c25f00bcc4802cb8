import { describe, expect, it } from 'vitest';
import { identityOf, withIdentity } from './identity.ts';

const instance = (meta: string) =>
  `<data xmlns:orx="http://openrosa.org/xforms"><name>Ni Luh &amp; Gede</name><orx:meta>${meta}</orx:meta></data>`;
const edited = instance('<orx:instanceID>uuid:2</orx:instanceID><orx:deprecatedID>uuid:1</orx:deprecatedID>');

describe('The identity of a visit', () => {
  it('is read with and without a prefix', () => {
    expect(identityOf('<data><meta><instanceID> uuid:1 </instanceID></meta></data>')).toEqual({ instanceId: 'uuid:1', deprecatedId: null });
    expect(identityOf(edited)).toEqual({ instanceId: 'uuid:2', deprecatedId: 'uuid:1' });
  });

  it('is asked for: a form without one is refused', () => {
    expect(() => identityOf('<data/>')).toThrow('instanceID');
  });

  it('stays what it was when a draft is opened again, its answers untouched', () => {
    const again = withIdentity(edited, { instanceId: 'uuid:1', deprecatedId: null });
    expect(identityOf(again)).toEqual({ instanceId: 'uuid:1', deprecatedId: null });
    expect(again).not.toContain('deprecatedID');
    expect(again).toContain('<name>Ni Luh &amp; Gede</name>');
  });

  it('still names the visit that a draft corrects', () => {
    const identity = { instanceId: 'uuid:1', deprecatedId: 'uuid:0' };
    expect(identityOf(withIdentity(edited, identity))).toEqual(identity);
  });
});
