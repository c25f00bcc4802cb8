import type { BrowserContext } from '@playwright/test';
import type { Person } from './office.ts';
import type { Server } from './server.ts';

/** The house's personas with their fixed rights; each district has an officer more. */
export const ani: Person = { username: 'ani', name: 'Ani Wulandari', password: 'kopi-kintamani-pagi' };
export const budi: Person = { username: 'budi', name: 'Budi Artana', password: 'pasar-banyuasri-ramai' };
export const citra: Person = { username: 'citra', name: 'Citra Dewi', password: 'padi-menguning-di-sawah' };
export const dewa: Person = { username: 'dewa', name: 'Dewa Mahendra', password: 'gentong-padi-penuh' };
export const eka: Person = { username: 'eka', name: 'Eka Saputra', password: 'angin-laut-lovina' };
export const wira: Person = { username: 'wira', name: 'Wira Kusuma', password: 'pena-emas-di-meja' };

export interface Grant {
  readonly role: 'officer' | 'districtCoordinator' | 'regencyCoordinator' | 'regentOffice' | 'agency' | 'leader' | 'auditor' | 'admin';
  readonly region: string;
}

/** Speaks with the server as one person, for what a test needs but does not show. */
export class Desk {
  private readonly server: Server;
  private readonly headers: Record<string, string>;

  private constructor(server: Server, headers: Record<string, string>) {
    this.server = server;
    this.headers = headers;
  }

  static async of(server: Server, person: Pick<Person, 'username' | 'password'>): Promise<Desk> {
    const answer = await fetch(`${server.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username: person.username, password: person.password }),
    });
    if (!answer.ok) throw new Error(`${person.username} was not let in: ${answer.status} ${await answer.text()}`);
    const { csrfToken } = (await answer.json()) as { csrfToken: string };
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    return new Desk(server, { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken, Cookie: cookie });
  }

  /** Lets a browser go on with this person's session. */
  async lend(context: BrowserContext): Promise<void> {
    const cookies = (this.headers['Cookie'] ?? '').split('; ').map((one) => ({
      name: one.slice(0, one.indexOf('=')),
      value: one.slice(one.indexOf('=') + 1),
      url: this.server.url,
    }));
    await context.addCookies(cookies);
  }

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }

  post<T>(path: string, body: unknown, ifMatch?: string): Promise<T> {
    return this.send<T>('POST', path, body, ifMatch);
  }

  put<T>(path: string, body: unknown, ifMatch?: string): Promise<T> {
    return this.send<T>('PUT', path, body, ifMatch);
  }

  async bytes(path: string): Promise<Buffer> {
    const answer = await fetch(this.server.url + path, { headers: this.headers });
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  upload<T>(path: string, form: FormData): Promise<T> {
    return this.send<T>('POST', path, form);
  }

  /** The bytes of an answer that is no JSON. */
  async read(path: string): Promise<Buffer> {
    const answer = await fetch(this.server.url + path, { headers: this.headers });
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  makeUser(person: Person, ...roles: readonly Grant[]): Promise<{ id: string }> {
    return this.post('/api/v1/users', { ...person, phone: null, roles });
  }

  private async send<T>(method: string, path: string, body?: unknown, ifMatch?: string): Promise<T> {
    const headers: Record<string, string> = { ...this.headers, ...(ifMatch !== undefined && { 'If-Match': ifMatch }) };
    if (body instanceof FormData) delete headers['Content-Type'];
    const answer = await fetch(this.server.url + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}
