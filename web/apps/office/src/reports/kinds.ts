import type { Day, ReportFormat, ReportKind, Verb } from '@tuntas/contract';
import { may, session } from '../session.ts';

export interface ReportShape {
  readonly kind: ReportKind;
  readonly verb: Verb;
  readonly formats: readonly ReportFormat[];
  /** Families stand in it by name, so it is made for a purpose. */
  readonly personal: boolean;
  /** It speaks of the whole regency, or not at all. */
  readonly ofRegency: boolean;
}

const SHAPES: readonly ReportShape[] = [
  { kind: 'onePage', verb: 'progress.read', formats: ['pdf'], personal: false, ofRegency: false },
  { kind: 'familyList', verb: 'case.read', formats: ['xlsx', 'csv', 'pdf', 'geojson'], personal: true, ofRegency: false },
  { kind: 'quarterly', verb: 'progress.read', formats: ['pdf', 'xlsx'], personal: false, ofRegency: true },
  { kind: 'agencyLetters', verb: 'intervention.manage', formats: ['zip', 'pdf'], personal: true, ofRegency: true },
  { kind: 'villageLetters', verb: 'case.read', formats: ['zip', 'pdf'], personal: true, ofRegency: false },
];

/** What this person may ask for. */
export function shapes(): readonly ReportShape[] {
  const whole = session.user?.roles.some((role) => role.region === session.app?.regency.code) ?? false;
  return SHAPES.filter((shape) => may(shape.verb) && (whole || !shape.ofRegency));
}

export interface Quarter {
  readonly year: number;
  readonly number: 1 | 2 | 3 | 4;
  /** A day of it that is in the round and over, or today. */
  readonly day: Day;
}

/** The quarters from one day to another, the newest first. */
export function quarters(from: Day, to: Day): readonly Quarter[] {
  const index = (day: Day) => Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  const found: Quarter[] = [];
  for (let one = index(to); one >= index(from); one--) {
    const year = Math.floor(one / 4);
    const last = new Date(Date.UTC(year, ((one % 4) + 1) * 3, 0)).toISOString().slice(0, 10);
    found.push({ year, number: ((one % 4) + 1) as Quarter['number'], day: last < to ? last : to });
  }
  return found;
}
