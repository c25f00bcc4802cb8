import type { Day, Instant, JobState } from './common.ts';
import type { Standing } from './zero.ts';

export type ReportKind = 'familyList' | 'quarterly' | 'onePage' | 'agencyLetters' | 'villageLetters';
export type ReportFormat = 'pdf' | 'xlsx' | 'csv' | 'geojson' | 'zip';

/** What a visit has made of a family; exactly one for each. */
export type ReportStanding = 'open' | 'extremelyPoor' | 'poor' | 'notPoor' | 'moved' | 'deceased' | 'notFound' | 'duplicate' | 'refused';

/** Where its families stand on the way to zero: in one standing, or in any that is open. */
export type ZeroFilter = 'open' | Standing;

export interface ReportAsk {
  readonly kind: ReportKind;
  readonly format: ReportFormat;
  readonly region: string | null;
  readonly standing: ReportStanding | null;
  readonly zero: ZeroFilter | null;
  readonly day: Day | null;
  /** Required where families stand in it by name. */
  readonly purpose: string | null;
}

export interface Report extends Omit<ReportAsk, 'day'> {
  readonly id: string;
  readonly regionName: string | null;
  readonly day: Day;
  readonly askedAt: Instant;
  readonly asOf: Instant | null;
  readonly state: JobState;
  /** Of its tables, the same in every format. */
  readonly dataSha256: string | null;
  readonly sha256: string | null;
  readonly size: number | null;
  /** Whether its file can still be fetched. */
  readonly kept: boolean;
}
