import 'fake-indexeddb/auto';
import { putItem } from '@tuntas/field-data/testing';
import { createTexts } from '@tuntas/ui';
import { RouterLinkStub, mount } from '@vue/test-utils';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import BannerShow from './BannerShow.vue';
import UnlockShow from './UnlockShow.vue';
import { failure, load, online } from './field.ts';
import { kept, lockNow, signIn, store } from './guard.ts';
import en from './locales/en.json';
import id from './locales/id.json';
import { sessionEnded } from './office.ts';

const SESSION = { user: { id: 'ani', name: 'Ani Contoh', can: ['visit.submit'], roles: [] }, csrfToken: 'token' };
const WORK = { sequence: 1, full: true, round: null, families: [], villages: [], conflicts: [] };
let answer: (path: string) => Promise<Response>;

const json = (status: number, body: unknown) => () => Promise.resolve(new Response(JSON.stringify(body), { status }));
const noSignal = () => Promise.reject(new TypeError('no signal'));
const page = () => Promise.resolve(new Response('<html>Selamat datang di Wi-Fi kami', { headers: { 'Content-Type': 'text/html' } }));
const offlineBanner = () =>
  mount(BannerShow, {
    props: { banner: 'offline' },
    global: { plugins: [createTexts({ id, en })], stubs: { RouterLink: RouterLinkStub } },
  }).text();

beforeAll(async () => {
  vi.stubGlobal('fetch', (path: string) => answer(path));
  answer = json(200, SESSION);
  await signIn('ani', 'sandi');
});
beforeEach(() => {
  online.value = true;
});

describe('The office', () => {
  it('is out of reach where there is no signal', async () => {
    answer = noSignal;
    await load();
    expect(online.value).toBe(false);
    expect(offlineBanner()).toContain('Tanpa sinyal');
  });

  it('is out of reach where a network answers with its own page, and the officer is told what to do', async () => {
    answer = page;
    await load();
    expect(online.value).toBe(false);
    expect(offlineBanner()).toContain('Bila Wi-Fi ini minta masuk dulu, buka halamannya');
    answer = noSignal;
    await load();
    expect(offlineBanner()).toContain('Tanpa sinyal');
  });

  it('is in reach again once it answers, be it with a refusal', async () => {
    online.value = false;
    answer = json(401, { code: 'no-session' });
    await load();
    expect(online.value).toBe(true);
    expect([failure.value, sessionEnded.value]).toEqual([null, true]);
  });

  it('gets what waited as soon as it lets the officer in again', async () => {
    await putItem(store()!, 'uuid:waits', '2023-02-04T01:00:00Z');
    answer = json(401, { code: 'no-session' });
    await load();
    const answers: Record<string, typeof answer> = {
      '/api/v1/session': json(200, SESSION),
      '/api/v1/me/work': json(200, WORK),
      '/api/v1/submissions': noSignal,
    };
    const asked = vi.fn<typeof answer>((path) => (answers[path.split('?')[0]!] ?? json(404, { code: 'not-found' }))(path));
    answer = asked;
    await load();
    await vi.waitFor(() => expect(asked).toHaveBeenCalledWith('/api/v1/submissions'));
  });
});

describe('The lock', () => {
  it('says how many visits wait, which nobody sends behind it', async () => {
    answer = noSignal;
    await load();
    await vi.waitFor(() => expect(kept.value?.waiting).toBe(1));
    await lockNow();
    const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', name: 'sign-in', component: UnlockShow }] });
    const door = mount(UnlockShow, { global: { plugins: [createTexts({ id, en }), router] } });
    expect(door.text()).toContain('1 kunjungan menunggu dikirim.');
  });
});
