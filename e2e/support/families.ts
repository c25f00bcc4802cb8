import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { signUpAdministrator } from './office.ts';
import { ani, citra, Desk } from './people.ts';
import { sampleRoster } from './roster.ts';
import type { Server } from './server.ts';
import { expect } from './test.ts';
import type { ListedMember } from './visit.ts';

export interface ListedFamily {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly village: string;
  readonly members: readonly (ListedMember & { readonly memberId: string })[];
}

const ROUND = {
  code: 'UJI-1',
  name: 'Putaran uji',
  opens: '2020-01-01',
  deadline: '2099-12-31',
  zeroDate: '2099-12-31',
  povertyLines: [{ from: '2020-01-01', extreme: 400_000, poor: 600_000 }],
  evidence: {},
  attemptsBeforeNotFound: 2,
  state: 'open',
};

/** An open round with the built-in form or another one, a roster in it, and all of its families given to the officer Ani. Returns them as her phone lists them. */
export async function giveFamiliesTo(server: Server, families: number, form?: NewForm): Promise<readonly ListedFamily[]> {
  await makeOffice(server, families, form);
  return assignFamilies(server, families);
}

/** An open round, a roster in it, and the officer Ani without a family. */
export async function makeOffice(server: Server, families: number, form?: NewForm): Promise<void> {
  await signUpAdministrator(server, citra);
  const desk = await Desk.of(server, citra);
  const { formId, version } = form ? await uploadForm(desk, form) : await builtInForm(desk);
  await desk.post('/api/v1/rounds', { ...ROUND, formId, formVersion: version });
  await commitRoster(desk, await sampleRoster({ families, seed: 7, dirty: 0 }));
  await desk.makeUser(ani, { role: 'officer', region: '51.08' });
}

/** Gives the first families of the roster to the officer Ani. Returns them as her phone lists them. */
export async function assignFamilies(server: Server, families: number): Promise<readonly ListedFamily[]> {
  const desk = await Desk.of(server, citra);
  const { items: cases } = await desk.get<{ items: { id: string }[] }>(`/api/v1/cases?round=${ROUND.code}&limit=500`);
  const officer = await Desk.of(server, ani);
  const { user } = await officer.get<{ user: { id: string } }>('/api/v1/session');
  const caseIds = cases.slice(0, families).map((one) => one.id);
  await desk.post('/api/v1/assignments', { officerId: user.id, caseIds, reason: 'Uji' });
  return (await officer.get<{ families: ListedFamily[] }>('/api/v1/me/work')).families;
}

interface Form {
  readonly formId: string;
  readonly version: string;
}

async function builtInForm(desk: Desk): Promise<Form> {
  return (await desk.get<{ items: Form[] }>('/api/v1/forms')).items[0]!;
}

/** A form as its author uploads it. */
export interface NewForm {
  readonly xml: string;
  /** The lists of choices that come with it, by their files' names. */
  readonly lists: Readonly<Record<string, string>>;
  /** The pictures and sounds that come with it. */
  readonly media: Readonly<Record<string, Uint8Array<ArrayBuffer>>>;
}

export function uploadForm(desk: Desk, { xml, lists, media }: NewForm): Promise<Form> {
  const form = new FormData();
  form.append('xml', new Blob([xml], { type: 'text/xml' }), 'form.xml');
  for (const [name, list] of Object.entries(lists)) form.append('lists', new Blob([list], { type: 'text/csv' }), name);
  for (const [name, file] of Object.entries(media)) form.append('media', new Blob([file]), name);
  return desk.upload<Form>('/api/v1/forms', form);
}

async function commitRoster(desk: Desk, file: string): Promise<void> {
  const form = new FormData();
  form.append('file', new Blob([await readFile(file)]), basename(file));
  form.append('source', 'Uji');
  const { rosterId, jobId } = await desk.upload<{ rosterId: string; jobId: string }>('/api/v1/rosters', form);
  await done(desk, jobId);
  const { jobId: commit } = await desk.post<{ jobId: string }>(`/api/v1/rosters/${rosterId}/commit`, {
    round: ROUND.code,
    acknowledgedRejects: true,
  });
  await done(desk, commit);
}

async function done(desk: Desk, job: string): Promise<void> {
  await expect
    .poll(async () => (await desk.get<{ state: string }>(`/api/v1/jobs/${job}`)).state, { timeout: 30_000 })
    .toMatch(/done|failed/);
}
