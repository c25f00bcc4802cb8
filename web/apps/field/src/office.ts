import { Client } from '@tuntas/contract';
import type { AppState, FieldWork, Session, SignedInUser, SubmissionReceipt } from '@tuntas/contract';
import type { FormSource, FormerAnswers } from '@tuntas/forms';
import { presetCase } from '@tuntas/forms';
import { ref } from 'vue';

/** The signed-in officer; null until the session is known or after it ended. */
export const officer = ref<SignedInUser | null>(null);

const client = new Client({
  language: () => document.documentElement.lang || 'id',
  onSignedOut: () => {
    officer.value = null;
  },
});

/** The account exists, but visiting families is not its work. */
export class NotAnOfficer extends Error {}

function opened(session: Session): void {
  if (!session.user.can.includes('visit.submit')) throw new NotAnOfficer();
  client.useCsrfToken(session.csrfToken);
  officer.value = session.user;
}

/** Goes on with the session that this browser has; one that belongs to the office is left alone. */
export async function resume(): Promise<void> {
  opened(await client.get<Session>('/api/v1/session'));
}

export async function signIn(username: string, password: string): Promise<void> {
  const session = await client.post<Session>('/api/v1/session', { username, password });
  try {
    opened(session);
  } catch (cause) {
    client.useCsrfToken(session.csrfToken);
    await signOut();
    throw cause;
  }
}

export async function signOut(): Promise<void> {
  await client.delete('/api/v1/session');
  client.useCsrfToken(null);
  officer.value = null;
}

export const appState = () => client.get<AppState>('/api/v1/app');
export const fetchWork = () => client.get<FieldWork>('/api/v1/me/work');
export const OPENROSA_QR = '/api/v1/me/openrosa/qr.png';
export const submit = (body: FormData) => client.post<SubmissionReceipt>('/api/v1/submissions', body);

const FILE_NAME = />\s*([^<>/\s]+\.(?:jpe?g|png|webp|heic|pdf))\s*</gi;

async function former(visitId: string): Promise<FormerAnswers> {
  const response = await client.send('GET', `/api/v1/visits/${visitId}/instance.xml`);
  const instanceXml = await response.text();
  return {
    instanceXml,
    fileNames: [...instanceXml.matchAll(FILE_NAME)].flatMap((match) => match[1] ?? []),
    file: (name) => client.send('GET', `/api/v1/visits/${visitId}/attachments/${encodeURIComponent(name)}`),
  };
}

/** The round's form with the family filled in and, for a visit that came back, the former answers. */
export async function openForm(
  form: { formId: string; formVersion: string },
  caseNumber: string,
  returnedVisitId: string | null,
): Promise<FormSource> {
  const path = `/api/v1/forms/${encodeURIComponent(form.formId)}`;
  const response = await client.send('GET', `${path}/${encodeURIComponent(form.formVersion)}.xml`);
  const xml = await response.text();
  const source = {
    xml: presetCase(xml, caseNumber),
    file: (name: string) => client.send('GET', `/api/v1/me/forms/${encodeURIComponent(form.formId)}/${encodeURIComponent(name)}`),
    deviceId: deviceId(),
  };
  return returnedVisitId === null ? source : { ...source, former: await former(returnedVisitId) };
}

function deviceId(): string {
  const key = 'tuntas.device';
  const known = localStorage.getItem(key);
  if (known) return known;
  const made = `tuntas:${crypto.randomUUID()}`;
  localStorage.setItem(key, made);
  return made;
}
