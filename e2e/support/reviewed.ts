import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Desk } from './people.ts';
import type { Server } from './server.ts';
import { expect } from './test.ts';

/** A visit as ODK Collect sends it. */
export const SAMPLE_VISIT = join(import.meta.dirname, '../../server/src/test/resources/forms/verval-submission.xml');

interface Visits {
  readonly items: readonly { readonly id: string; readonly state: string }[];
}

/** What the coordinator decides, and why; approval needs no reason. */
export type Verdict =
  { readonly decision: 'approve' } | { readonly decision: 'return'; readonly reason: string; readonly fields: readonly string[] };

/** An officer's visit to a family, sent as ODK Collect sends it and decided on; for tests of what comes after. @param photo every one of the visit; none arrives without it */
export async function reviewedVisit(
  server: Pick<Server, 'url'>,
  officer: Desk,
  reviewer: Desk,
  caseNumber: string,
  answers: Readonly<Record<string, string>> = {},
  photo?: Buffer<ArrayBuffer>,
  verdict: Verdict = { decision: 'approve' },
): Promise<void> {
  const instance = `uuid:${crypto.randomUUID()}`;
  const sample = (await readFile(SAMPLE_VISIT, 'utf8')).replaceAll('BLL-000017-4', caseNumber).replaceAll(/uuid:[0-9a-f-]{36}/g, instance);
  const xml = Object.entries(answers).reduce((all, [node, answer]) => all.replace(new RegExp(`(<${node}>)[^<]*`), `$1${answer}`), sample);
  const { serverUrl } = await officer.get<{ serverUrl: string }>('/api/v1/me/openrosa');
  const form = new FormData();
  form.append('xml_submission_file', new Blob([xml], { type: 'text/xml' }), 'submission.xml');
  if (photo) for (const [name] of xml.matchAll(/\d+\.jpg/g)) form.append(name, new Blob([photo], { type: 'image/jpeg' }), name);
  const answer = await fetch(new URL(`${new URL(serverUrl).pathname}/submission`, server.url), { method: 'POST', body: form });
  if (!answer.ok) throw new Error(`the submission was refused: ${answer.status} ${await answer.text()}`);
  const of = () => reviewer.get<Visits>(`/api/v1/visits?instanceId=${instance}`);
  await expect.poll(async () => (await of()).items[0]?.state).toBe('received');
  const path = `/api/v1/visits/${(await of()).items[0]!.id}`;
  const { etag } = await reviewer.get<{ etag: string }>(path);
  await reviewer.post(`${path}/decision`, verdict, etag);
}
