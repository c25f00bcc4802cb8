import type { CaseState } from './cases.ts';
import type { Instant } from './common.ts';
import type { Round } from './rounds.ts';

export interface FieldMember {
  readonly memberId: string;
  readonly ordinal: number;
  readonly name: string;
  readonly relationship: string | null;
  readonly age: number | null;
  readonly sex: string | null;
  /** Only for a registered phone; shown masked until it is tapped, and the tap is an act of its own. */
  readonly nik?: string | null;
}

export interface FieldFamily {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly address: string | null;
  readonly hamlet: string | null;
  readonly village: string;
  readonly villageName: string;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly state: CaseState;
  readonly members: readonly FieldMember[];
  readonly returned: { readonly visitId: string; readonly reason: string; readonly fields: readonly string[]; readonly at: Instant } | null;
  /** Why the officer goes there once more; `state` is that of this visit then. */
  readonly revisit?: { readonly kind: 'delivery' | 'sample' | 'watch'; readonly reason: string; readonly at: Instant } | null;
  readonly visitedAt: Instant | null;
}

/** A village of the districts that the officer works in, with its centre. */
export interface FieldVillage {
  readonly code: string;
  readonly name: string;
  readonly district: string;
  readonly lat: number | null;
  readonly lng: number | null;
}

/** Why one of the officer's visits does not simply fit; it waits for a person in the office. */
export interface FieldConflict {
  readonly visitId: string;
  readonly instanceId: string;
  readonly caseId: string | null;
  readonly code: string;
  readonly detail: string;
  /** That a broken rule of the form is about. */
  readonly question?: { readonly id: string; readonly en: string } | null;
  readonly message: string;
  readonly at: Instant;
}

/**
 * What the officer has to do. Asked with `since`, it names only what changed after that sequence; `full` says that it names everything
 * nevertheless, so that what is not in it is gone. The header `X-Tuntas-Signature` signs the bytes of the body.
 */
export interface FieldWork {
  readonly sequence: number;
  readonly full?: boolean;
  readonly round: Pick<Round, 'code' | 'name' | 'deadline' | 'formId' | 'formVersion' | 'attemptsBeforeNotFound'> | null;
  readonly families: readonly FieldFamily[];
  /** Ids of families that are no longer his. */
  readonly removed?: readonly string[];
  /** All of them, whatever `since` says. */
  readonly villages?: readonly FieldVillage[];
  /** All open conflicts of his visits, whatever `since` says. */
  readonly conflicts?: readonly FieldConflict[];
  /** What the office noted of visits that wait for it and that holds none of them back, whatever `since` says. */
  readonly remarks?: readonly FieldConflict[];
  /** Of the office's business clock, which the demo plays. */
  readonly asOf?: Instant;
  /** The server's real clock, in the demo too. */
  readonly serverTime?: Instant;
}

export interface SubmissionReceipt {
  readonly instanceId: string;
  readonly contentHash: string;
  readonly complete: boolean;
  readonly missing: readonly string[];
  readonly receivedAt: Instant;
  readonly entryId: string | null;
  /** What the officer reads out on the telephone: `T-0428-719-553`. */
  readonly number?: string;
  /** As far as the visit has been looked at; the work list names them all later. */
  readonly conflicts?: readonly FieldConflict[];
}

/** A public key on P-256 (RFC 7518); WebCrypto imports it as it is. */
export interface PublicJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

export interface RegisteredDevice {
  readonly deviceId: string;
  /** Verifies the signature of work lists (ECDSA with SHA-256, r and s side by side, base64url). */
  readonly officeKey: PublicJwk;
  /** What an export of unsent visits is encrypted to; see docs/field-export.md. */
  readonly exportKey: PublicJwk;
  readonly wipeAfterDays: number;
  readonly serverTime: Instant;
}

/** A phone as the office sees it. */
export interface Device {
  readonly id: string;
  readonly deviceId: string;
  readonly officerId: string;
  readonly officerName: string;
  readonly name: string;
  readonly registeredAt: Instant;
  readonly lastContact: Instant;
  /** When it erases itself unless it reaches the office before, unsent visits too. */
  readonly wipesAt: Instant;
  /** How far its clock was ahead of the server's. */
  readonly skewSeconds: number | null;
  readonly revokedAt: Instant | null;
  readonly revokedReason: string | null;
}

/** What the officer did on the phone while there was no signal. */
export interface FieldAct {
  readonly id: string;
  readonly verb: 'nik.unmasked';
  readonly caseId: string;
  readonly memberId: string;
  readonly at: Instant;
}

export interface FieldActResult {
  readonly id: string;
  /** `refused`: the family never was his. All three are final. */
  readonly outcome: 'recorded' | 'known' | 'refused';
}

/** A visit, or what an officer said about a delivery. */
export interface ImportedInstance {
  readonly kind: 'visit' | 'word';
  /** Of the visit; the word's own id. */
  readonly instanceId: string;
  readonly outcome: 'accepted' | 'alreadyHave' | 'newVersion' | 'conflict' | 'rejected';
  readonly visitId: string | null;
  readonly missing: readonly string[];
  /** Why it was rejected. */
  readonly message: string | null;
}

export interface FieldExportReport {
  readonly officerId: string;
  readonly officerName: string;
  readonly deviceId: string;
  readonly deviceName: string;
  readonly deviceRevoked: boolean;
  readonly items: readonly ImportedInstance[];
}
