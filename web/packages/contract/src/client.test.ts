import { describe, expect, it, vi } from 'vitest';
import { Client, Intercepted, Problem, Unreachable, queryString } from './index.ts';

function clientAnswering(answer: () => Promise<Response>, onSignedOut = vi.fn()) {
  const fetch = vi.fn<typeof globalThis.fetch>(answer);
  return { client: new Client({ language: () => 'id', fetch, onSignedOut }), fetch, onSignedOut };
}

const json = (status: number, body: unknown) =>
  Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } }));

function headersOf(fetch: ReturnType<typeof vi.fn<typeof globalThis.fetch>>): Headers {
  return new Headers(fetch.mock.calls[0]?.[1]?.headers);
}

describe('The client', () => {
  it('sends the CSRF token with writes and never with reads', async () => {
    const { client, fetch } = clientAnswering(() => json(200, {}));
    client.useCsrfToken('t0ken');
    await client.get('/api/v1/app');
    expect(headersOf(fetch).has('X-CSRF-Token')).toBe(false);
    fetch.mockClear();
    await client.post('/api/v1/rounds', { code: 'A' });
    expect(headersOf(fetch).get('X-CSRF-Token')).toBe('t0ken');
    expect(headersOf(fetch).get('Content-Type')).toBe('application/json');
  });

  it('leaves the content type of a multipart body to the browser', async () => {
    const { client, fetch } = clientAnswering(() => json(202, {}));
    await client.post('/api/v1/rosters', new FormData());
    expect(headersOf(fetch).has('Content-Type')).toBe(false);
  });

  it('sends the version it read with a guarded write', async () => {
    const { client, fetch } = clientAnswering(() => json(200, {}));
    await client.put('/api/v1/rounds/A', {}, '"3"');
    expect(headersOf(fetch).get('If-Match')).toBe('"3"');
  });

  it('throws a refusal with its code, fields and correlation id', async () => {
    const { client } = clientAnswering(() =>
      json(422, {
        status: 422,
        code: 'invalid',
        detail: 'Periksa isian.',
        errors: [{ pointer: '/name', code: 'missing' }],
        correlationId: 'x1',
      }),
    );
    const refusal = await client.post('/api/v1/users', {}).catch((e: unknown) => e);
    expect(refusal).toBeInstanceOf(Problem);
    expect(refusal).toMatchObject({ status: 422, code: 'invalid', detail: 'Periksa isian.', correlationId: 'x1' });
    expect((refusal as Problem).errors).toEqual([{ pointer: '/name', code: 'missing' }]);
  });

  it('keeps a refusal that is not JSON as an unexpected one', async () => {
    const { client } = clientAnswering(() => Promise.resolve(new Response('<html>', { status: 502 })));
    await expect(client.get('/api/v1/app')).rejects.toMatchObject({ status: 502, code: 'unexpected' });
  });

  it('says when the session is gone, but not when a password was wrong', async () => {
    const gone = clientAnswering(() => json(401, { code: 'no-session' }));
    await gone.client.get('/api/v1/cases').catch(() => undefined);
    expect(gone.onSignedOut).toHaveBeenCalledOnce();
    const wrong = clientAnswering(() => json(401, { code: 'bad-credentials' }));
    await wrong.client.post('/api/v1/session', {}).catch(() => undefined);
    expect(wrong.onSignedOut).not.toHaveBeenCalled();
  });

  it('tells an unreachable server from a refusing one', async () => {
    const { client } = clientAnswering(() => Promise.reject(new TypeError('failed to fetch')));
    await expect(client.get('/api/v1/app')).rejects.toBeInstanceOf(Unreachable);
  });

  it('does not take the page of a network or a gateway for the server', async () => {
    for (const status of [200, 511, 502]) {
      const page = new Response('<html>', { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
      const { client } = clientAnswering(() => Promise.resolve(page));
      await expect(client.send('GET', '/api/v1/app')).rejects.toBeInstanceOf(Intercepted);
    }
  });

  it('tells an answer that was cut off from one that arrived', async () => {
    const { client } = clientAnswering(() => Promise.resolve(new Response('{"today": "2023-0')));
    await expect(client.get('/api/v1/app')).rejects.toBeInstanceOf(Unreachable);
  });

  it('answers nothing for 204', async () => {
    const { client } = clientAnswering(() => Promise.resolve(new Response(null, { status: 204 })));
    await expect(client.delete('/api/v1/session')).resolves.toBeUndefined();
  });
});

describe('A query', () => {
  it('leaves out what is empty and repeats lists', () => {
    expect(queryString({ q: 'ni luh', village: '', officer: null, state: ['a', 'b'], limit: 5 })).toBe('?q=ni+luh&state=a&state=b&limit=5');
    expect(queryString(undefined)).toBe('');
  });
});
