import { type Api, type AppState, Client, Problem, type Session, type SignedInUser, type Verb, createApi } from '@tuntas/contract';
import { computed, reactive } from 'vue';

/** Who is signed in and which day it is; one for the whole page. */
export const session = reactive({
  user: null as SignedInUser | null,
  app: null as AppState | null,
  /** The server forgot us while a screen was open: sign in again over it, nothing typed is lost. */
  expired: false,
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

/** The day and, when a cookie is still good, the person. Unreachable servers throw; nobody signed in does not. */
export async function startSession(): Promise<void> {
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
  client.useCsrfToken(null);
  session.user = null;
}

export function may(verb: Verb): boolean {
  return session.user?.can.includes(verb) ?? false;
}

export const round = computed(() => session.app?.round ?? null);
