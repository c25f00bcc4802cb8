import type { KeptOfficer } from '@tuntas/field-data';
import { describe, expect, it } from 'vitest';
import { awayNotice, clockNotice } from './notice.ts';

const DAY = 86_400_000;
const officer = { lastContact: 0, wipeAfterDays: 14 } as KeptOfficer;

describe('The officer is told', () => {
  it('from the tenth day without the office when the phone will wipe itself', () => {
    expect(awayNotice(officer, 10 * DAY - 1)).toBeNull();
    expect(awayNotice(officer, 10 * DAY)).toEqual({ kind: 'away', days: 10, wipesAt: 14 * DAY });
  });

  it('also when the clock was set back since', () => {
    expect(awayNotice({ ...officer, latest: 12 * DAY }, DAY)).toMatchObject({ days: 12 });
  });

  it('of a clock that is more than five minutes wrong, either way', () => {
    expect(clockNotice({ clockAhead: 300_000 })).toBeNull();
    expect(clockNotice({ clockAhead: 300_001 })).toEqual({ kind: 'clock', ahead: 300_001 });
    expect(clockNotice({ clockAhead: -2 * DAY })).toEqual({ kind: 'clock', ahead: -2 * DAY });
    expect(clockNotice({})).toBeNull();
  });
});
