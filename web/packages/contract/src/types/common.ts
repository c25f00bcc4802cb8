/** What every part of the API speaks of, as `/api/v1/openapi.json` describes it. Days are `YYYY-MM-DD`, times ISO 8601 with offset. */

import type { Round } from './rounds.ts';

export type Day = string;
export type Instant = string;

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export type Verb =
  | 'roster.import'
  | 'roster.commit'
  | 'round.manage'
  | 'form.manage'
  | 'case.read'
  | 'case.assign'
  | 'visit.submit'
  | 'visit.review'
  | 'petition.read'
  | 'visit.sample'
  | 'programme.read'
  | 'programme.manage'
  | 'need.confirm'
  | 'intervention.work'
  | 'intervention.manage'
  | 'deliberation.record'
  | 'deliberation.reopen'
  | 'decree.lock'
  | 'graduation.decide'
  | 'progress.read'
  | 'ledger.read'
  | 'user.manage'
  | 'nik.unmask'
  | 'device.manage'
  | 'export.import'
  | 'demo.play';

export type RoleKey = 'officer' | 'districtCoordinator' | 'regencyCoordinator' | 'regentOffice' | 'agency' | 'leader' | 'auditor' | 'admin';

export interface Grant {
  readonly role: RoleKey;
  readonly region: string;
  readonly regionName?: string | null;
}

export interface SignedInUser {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly locale: string;
  readonly roles: readonly Grant[];
  readonly can: readonly Verb[];
}

export interface Session {
  readonly user: SignedInUser;
  readonly csrfToken: string;
}

export interface AppState {
  readonly today: Day;
  readonly demo: boolean;
  readonly regency: { readonly code: string; readonly name: string };
  readonly timezone: string;
  readonly languages: readonly string[];
  readonly round: Round | null;
}

export interface OpenRosaAccess {
  readonly serverUrl: string;
  readonly settingsQr: string;
}

export type JobState = 'queued' | 'running' | 'done' | 'failed';

export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly state: JobState;
  readonly stage: string | null;
  readonly done: number | null;
  readonly total: number | null;
  readonly result: unknown;
  readonly problem: { readonly code?: string; readonly detail?: string } | string | null;
}

export interface Started {
  readonly jobId: string;
}

export interface Region {
  readonly code: string;
  readonly name: string;
  readonly level: 'regency' | 'district' | 'village';
  readonly kind?: string | null;
  readonly parent?: string | null;
  readonly lat?: number | null;
  readonly lng?: number | null;
}

export interface TextPair {
  readonly id: string;
  readonly en: string;
}

export type Finding = 'extremelyPoor' | 'poor' | 'notPoor';
export type ContactResult = 'found' | 'moved' | 'deceased' | 'notFound' | 'duplicate' | 'refused' | 'nobodyHome';
