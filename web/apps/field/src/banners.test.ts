import { describe, expect, it } from 'vitest';
import { bannersOf } from './banners.ts';

const quiet = { phone: null, online: true, sessionEnded: false, failed: false, newVersion: false, noPin: false };

describe('What stands above a screen', () => {
  it('is nothing on a good day', () => {
    expect(bannersOf(quiet)).toEqual([]);
  });

  it('begins with what may cost a visit, and ends with what can wait', () => {
    expect(bannersOf({ phone: 'lose', online: false, sessionEnded: true, failed: true, newVersion: true, noPin: true })).toEqual([
      'phone',
      'offline',
      'version',
      'pin',
    ]);
  });

  it('says the signal before what is merely good to know of the phone', () => {
    expect(bannersOf({ ...quiet, phone: 'know', sessionEnded: true })).toEqual(['session', 'phone']);
    expect(bannersOf({ ...quiet, phone: 'know', failed: true })).toEqual(['failure', 'phone']);
  });
});
