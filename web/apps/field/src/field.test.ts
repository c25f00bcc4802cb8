import 'fake-indexeddb/auto';
import { createTexts } from '@tuntas/ui';
import { RouterLinkStub, mount } from '@vue/test-utils';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import BannerShow from './BannerShow.vue';
import { failure, load, online } from './field.ts';
import { signIn } from './guard.ts';
import en from './locales/en.json';
import id from './locales/id.json';
import { sessionEnded } from './office.ts';

const ANI = { id: 'ani', name: 'Ani Contoh', can: ['visit.submit'], roles: [] };
let answer: () => Promise<Response>;

const json = (status: number, body: unknown) => () => Promise.resolve(new Response(JSON.stringify(body), { status }));
const noSignal = () => Promise.reject(new TypeError('no signal'));
const page = () => Promise.resolve(new Response('<html>Selamat datang di Wi-Fi kami', { headers: { 'Content-Type': 'text/html' } }));
const offlineBanner = () =>
  mount(BannerShow, {
    props: { banner: 'offline' },
    global: { plugins: [createTexts({ id, en })], stubs: { RouterLink: RouterLinkStub } },
  }).text();

beforeAll(async () => {
  vi.stubGlobal('fetch', () => answer());
  answer = json(200, { user: ANI, csrfToken: 'token' });
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
});
