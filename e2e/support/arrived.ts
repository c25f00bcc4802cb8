import { createHash } from 'node:crypto';
import type { Desk } from './people.ts';

interface PhoneVisit {
  readonly contentHash: string;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
}

/** What a visit is made of: the hash of its answers and of every file. */
export interface Made {
  readonly answers: string;
  readonly files: Readonly<Record<string, string>>;
}

export const keptByPhone = ({ contentHash, files }: PhoneVisit): Made => ({
  answers: contentHash,
  files: Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256])),
});

/** The same, taken from the very bytes that the office gives out; throws unless it has the visit exactly once. */
export async function keptByOffice(desk: Desk, instanceId: string): Promise<Made> {
  const { items } = await desk.get<{ items: { id: string; attachments: { name: string }[] }[] }>(
    `/api/v1/visits?instanceId=${encodeURIComponent(instanceId)}`,
  );
  const [visit] = items;
  if (!visit || items.length > 1) throw new Error(`the office has ${instanceId} ${items.length} times`);
  const path = `/api/v1/visits/${visit.id}`;
  const files = await Promise.all(
    visit.attachments.map(async ({ name }) => [name, sha256(await desk.bytes(`${path}/attachments/${encodeURIComponent(name)}`))] as const),
  );
  return { answers: sha256(await desk.bytes(`${path}/instance.xml`)), files: Object.fromEntries(files) };
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
