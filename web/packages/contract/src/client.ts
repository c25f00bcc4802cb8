import { Intercepted, Problem, type ProblemBody, Unreachable } from './problem.ts';

export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;

export interface RequestOptions {
  readonly query?: Query;
  readonly body?: unknown;
  readonly ifMatch?: string | undefined;
  readonly signal?: AbortSignal;
  /** Beside those of every request. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ClientSettings {
  /** Language of problem texts, asked at each request. */
  readonly language: () => string;
  /** Called when the server no longer knows the session, except for the questions about the session itself. */
  readonly onSignedOut?: () => void;
  /** Called with every refusal, before it is thrown. */
  readonly onProblem?: (problem: Problem) => void;
  /** What goes with every request beside the language and the CSRF token, asked at each request. */
  readonly headers?: () => Readonly<Record<string, string>>;
  /** `no-store` where the browser must not write answers down. */
  readonly cache?: RequestCache;
  readonly fetch?: typeof fetch;
}

export function queryString(query: Query | undefined): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value === undefined || value === null || value === '') continue;
    if (Array.isArray(value)) value.forEach((one) => search.append(key, String(one)));
    else search.set(key, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** Talks to the server: cookie session, CSRF token on writes, problems as {@link Problem}. */
export class Client {
  private csrfToken: string | null = null;
  private readonly settings: ClientSettings;

  constructor(settings: ClientSettings) {
    this.settings = settings;
  }

  useCsrfToken(token: string | null): void {
    this.csrfToken = token;
  }

  get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
    return this.request<T>('GET', path, { ...(query && { query }), ...(signal && { signal }) });
  }

  post<T>(path: string, body?: unknown): Promise<T> {
    return this.request<T>('POST', path, { body });
  }

  put<T>(path: string, body: unknown, ifMatch?: string): Promise<T> {
    return this.request<T>('PUT', path, { body, ifMatch });
  }

  patch<T>(path: string, body: unknown): Promise<T> {
    return this.request<T>('PATCH', path, { body });
  }

  delete(path: string): Promise<void> {
    return this.request<void>('DELETE', path);
  }

  async request<T>(method: string, path: string, options: RequestOptions = {}): Promise<T> {
    const response = await this.send(method, path, options);
    if (response.status === 204 || response.headers.get('content-length') === '0') return undefined as T;
    try {
      const text = await response.text();
      return (text === '' ? undefined : JSON.parse(text)) as T;
    } catch (cause) {
      throw lost(cause);
    }
  }

  /** The answer as it came, for files; problems are thrown like everywhere else. */
  async send(method: string, path: string, options: RequestOptions = {}): Promise<Response> {
    const headers = new Headers({ Accept: 'application/json', 'Accept-Language': this.settings.language() });
    for (const [name, value] of Object.entries({ ...this.settings.headers?.(), ...options.headers })) headers.set(name, value);
    if (this.csrfToken !== null && method !== 'GET') headers.set('X-CSRF-Token', this.csrfToken);
    if (options.ifMatch !== undefined) headers.set('If-Match', options.ifMatch);
    const init: RequestInit = { method, headers, credentials: 'same-origin' };
    if (this.settings.cache) init.cache = this.settings.cache;
    if (options.signal) init.signal = options.signal;
    if (options.body instanceof FormData) {
      init.body = options.body;
    } else if (options.body !== undefined) {
      headers.set('Content-Type', 'application/json');
      init.body = JSON.stringify(options.body);
    }
    let response: Response;
    try {
      response = await (this.settings.fetch ?? fetch)(path + queryString(options.query), init);
    } catch (cause) {
      throw lost(cause);
    }
    if (isPage(response)) throw new Intercepted(response.status);
    if (response.ok) return response;
    const problem = await problemOf(response);
    if (problem.status === 401 && problem.code === 'no-session') this.settings.onSignedOut?.();
    this.settings.onProblem?.(problem);
    throw problem;
  }
}

/** Broken off is what the caller wished; everything else is an answer that never reached us. */
function lost(cause: unknown): unknown {
  return cause instanceof DOMException && cause.name === 'AbortError' ? cause : new Unreachable(cause);
}

/** The server itself never answers with one; a gateway that refuses a request itself, as too large, is heard. */
function isPage({ ok, status, headers }: Response): boolean {
  return (ok || status >= 500) && headers.get('Content-Type')?.startsWith('text/html') === true;
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    return new Problem(response.status, (await response.json()) as ProblemBody);
  } catch {
    return new Problem(response.status, { title: response.statusText });
  }
}
