import {
  type Api,
  type AppState,
  Client,
  Problem,
  type Session,
  type SignedInUser,
  Unreachable,
  type Verb,
  createApi,
} from '@tuntas/contract';
import { computed, reactive, toRaw } from 'vue';
import { forgetPerson, keepPerson, keptPerson } from './deliberation/meeting-store.ts';

/** Who is signed in and which day it is; one for the whole page. */
export const session = reactive({
  user: null as SignedInUser | null,
  app: null as AppState | null,
  /** The server forgot us while a screen was open: sign in again over it, nothing typed is lost. */
  expired: false,
  /** Began without the server, as the person who keeps a meeting on this machine. */
  offline: false,
});

const client = new Client({
  language: () => document.documentElement.lang || 'id',
  onSignedOut: () => {
    if (session.user) session.expired = true;
  },
});

export const api: Api = createApi(client);

function open(opened: Session): void {
  client.useCsrfToken(opened.csrfToken);
  session.user = opened.user;
  session.expired = false;
}

export async function loadApp(): Promise<void> {
  session.app = await api.app();
}

/**
 * The day and, when a cookie is still good, the person; nobody signed in is no failure. Where the server cannot be reached, whoever keeps a
 * meeting on this machine goes on with it; without one this throws.
 */
export async function startSession(): Promise<void> {
  try {
    await askSession();
  } catch (cause) {
    const kept = cause instanceof Unreachable ? await keptPerson().catch(() => null) : null;
    if (!kept) throw cause;
    Object.assign(session, kept, { offline: true });
  }
}

/** Finds the server again after a beginning without it. Throws {@link Unreachable} while it cannot be reached. */
export async function reconnect(): Promise<void> {
  if (!session.offline) return;
  await askSession();
  session.offline = false;
}

async function askSession(): Promise<void> {
  const [app, opened] = await Promise.all([
    api.app(),
    api.session().catch((failure: unknown) => {
      if (failure instanceof Problem && failure.status === 401) return null;
      throw failure;
    }),
  ]);
  session.app = app;
  if (opened) open(opened);
}

export async function signIn(username: string, password: string): Promise<void> {
  open(await api.signIn(username, password));
  await loadApp();
}

export async function signOut(): Promise<void> {
  await api.signOut();
  if (session.user) await forgetPerson(session.user.id).catch(() => undefined);
  client.useCsrfToken(null);
  session.user = null;
}

/** Lets this person begin here without the server. */
export async function keepSession(): Promise<void> {
  const { user, app } = toRaw(session);
  if (user && app) await keepPerson({ user, app });
}

export function may(verb: Verb): boolean {
  return session.user?.can.includes(verb) ?? false;
}

export const round = computed(() => session.app?.round ?? null);
