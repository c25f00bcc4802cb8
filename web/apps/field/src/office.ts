import { Client, Problem } from '@tuntas/contract';
import type {
  AppState,
  FieldAct,
  FieldActResult,
  FieldDelivery,
  FieldWork,
  Nomination,
  Page,
  Region,
  RegisteredDevice,
  Session,
  SubmissionReceipt,
} from '@tuntas/contract';
import { ref } from 'vue';
import { phoneHeaders, phoneId, phoneName } from './phone.ts';

/** The office no longer knows the session; work goes on, only sending waits until the officer signs in again. */
export const sessionEnded = ref(false);

/** Hears that the office revoked this phone. */
let revoked: () => void = () => undefined;
export function onRevoked(listener: () => void): void {
  revoked = listener;
}

const client = new Client({
  language: () => document.documentElement.lang || 'id',
  headers: phoneHeaders,
  cache: 'no-store',
  onSignedOut: () => {
    speaksFor = null;
    sessionEnded.value = true;
  },
  onProblem: (problem) => {
    if (problem.code === 'device-revoked') revoked();
  },
});

/** The account exists, but visiting families is not its work. */
export class NotAnOfficer extends Error {}

let speaksFor: string | null = null;

function opened(session: Session): Session {
  if (!session.user.can.includes('visit.submit')) throw new NotAnOfficer();
  client.useCsrfToken(session.csrfToken);
  speaksFor = session.user.id;
  sessionEnded.value = false;
  return session;
}

/** Goes on with the session that this browser has; one that belongs to the office is left alone. */
export async function resume(): Promise<Session> {
  return opened(await client.get<Session>('/api/v1/session'));
}

/** Makes sure that the office hears this officer and nobody else who signed in with this browser; throws a {@link Problem} 401 otherwise. */
export async function speakFor(officerId: string): Promise<void> {
  if (speaksFor === officerId) return;
  const { user } = await client
    .get<Session>('/api/v1/session')
    .then((session) => (session.user.id === officerId ? opened(session) : session));
  if (user.id === officerId) return;
  sessionEnded.value = true;
  throw new Problem(401, { code: 'no-session' });
}

export async function signIn(username: string, password: string): Promise<Session> {
  const session = await client.post<Session>('/api/v1/session', { username, password });
  try {
    return opened(session);
  } catch (cause) {
    client.useCsrfToken(session.csrfToken);
    await signOut();
    throw cause;
  }
}

export async function signOut(): Promise<void> {
  try {
    await client.delete('/api/v1/session');
  } catch (problem) {
    if (!(problem instanceof Problem && problem.status === 401)) throw problem;
  }
  client.useCsrfToken(null);
  speaksFor = null;
}

/** What the officer's own regions are called, by their codes. */
export async function regionNames(): Promise<ReadonlyMap<string, string>> {
  const levels = (['regency', 'district', 'village'] as const).map((level) => client.get<Page<Region>>('/api/v1/regions', { level }));
  return new Map((await Promise.all(levels)).flatMap(({ items }) => items.map(({ code, name }) => [code, name])));
}

export const appState = () => client.get<AppState>('/api/v1/app');

/** Whether it is the office that answers, and not nobody or a network's sign-in page. */
export async function answers(): Promise<boolean> {
  try {
    return typeof (await appState()).today === 'string';
  } catch (failure) {
    return failure instanceof Problem && failure.code !== 'unexpected';
  }
}

export const OPENROSA_QR = '/api/v1/me/openrosa/qr.png';

export const registerPhone = () => client.post<RegisteredDevice>('/api/v1/me/devices', { deviceId: phoneId(), name: phoneName() });

/** The work list as the very bytes that the office signed. */
export async function fetchWork(since: number | null): Promise<{ bytes: ArrayBuffer; signature: string | null; work: FieldWork }> {
  const response = await client.send('GET', '/api/v1/me/work', { query: { since } });
  const bytes = await response.arrayBuffer();
  return {
    bytes,
    signature: response.headers.get('X-Tuntas-Signature'),
    work: JSON.parse(new TextDecoder().decode(bytes)) as FieldWork,
  };
}

export async function fetchForm(formId: string, formVersion: string): Promise<string> {
  const path = `/api/v1/forms/${encodeURIComponent(formId)}/${encodeURIComponent(formVersion)}.xml`;
  return (await client.send('GET', path)).text();
}

/** A list, picture, sound or film of the form; null when the office has none of that name. */
export async function fetchFormFile(formId: string, version: string, name: string): Promise<Response | null> {
  const path = `/api/v1/me/forms/${encodeURIComponent(formId)}/${encodeURIComponent(name)}?version=${encodeURIComponent(version)}`;
  try {
    return await client.send('GET', path);
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 404) return null;
    throw problem;
  }
}

export const fetchInstance = async (visitId: string) => (await client.send('GET', `/api/v1/visits/${visitId}/instance.xml`)).text();

export const fetchAttachment = (visitId: string, name: string) =>
  client.send('GET', `/api/v1/visits/${visitId}/attachments/${encodeURIComponent(name)}`);

export const fetchNominations = async () => (await client.get<Page<Nomination>>('/api/v1/me/nominations')).items;

export const fetchDeliveries = async () => (await client.get<Page<FieldDelivery>>('/api/v1/me/deliveries')).items;

/** @param form `id, said, seenOn, note` and photos as `photo` */
export const sayOnDelivery = (delivery: Pick<FieldDelivery, 'id' | 'version'>, form: FormData) =>
  client.request<void>('POST', `/api/v1/me/deliveries/${delivery.id}/words`, { body: form, ifMatch: `"${String(delivery.version)}"` });

export const recordActs = (acts: readonly FieldAct[]) => client.post<Page<FieldActResult>>('/api/v1/me/acts', acts);

/** Whether the office has a visit of this officer with all its files. */
export async function hasWhole(instanceId: string): Promise<boolean> {
  const { items } = await client.get<Page<{ complete: boolean }>>('/api/v1/visits', { instanceId });
  return items.some(({ complete }) => complete);
}

/** What an officer's outbox needs of the office. */
export const doorOf = (officerId: string) => ({
  post: async (body: FormData) => {
    await speakFor(officerId);
    return client.post<SubmissionReceipt>('/api/v1/submissions', body);
  },
  hashes: async (instanceId: string) => {
    const { items } = await client.get<Page<{ attachments: readonly { name: string; sha256: string }[] }>>('/api/v1/visits', {
      instanceId,
    });
    const files = new Map<string, string[]>();
    for (const { name, sha256 } of items.flatMap((item) => item.attachments)) files.set(name, [...(files.get(name) ?? []), sha256]);
    return files;
  },
});
