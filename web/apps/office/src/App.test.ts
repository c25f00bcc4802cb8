import 'fake-indexeddb/auto';
import { createTexts } from '@tuntas/ui';
import { flushPromises, mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import App from './App.vue';
import en from './locales/en.json';
import id from './locales/id.json';
import { createOfficeRouter } from './router.ts';
import { session } from './session.ts';
import { TestServer, signedIn } from './testing/office.ts';

const fetchPages = vi.hoisted(() => vi.fn());
vi.mock('./router.ts', async (original) => ({ ...(await original<typeof import('./router.ts')>()), fetchPages }));

let server: TestServer;
const user = signedIn('case.read');
const app = session.app;

beforeEach(() => {
  session.user = null;
  session.app = null;
  server = new TestServer();
  localStorage.clear();
  fetchPages.mockClear();
});

async function open(path: string) {
  window.history.replaceState(null, '', path);
  const router = createOfficeRouter();
  const wrapper = mount(App, { attachTo: document.body, global: { plugins: [createTexts({ id, en }), router] } });
  await flushPromises();
  return { wrapper, router };
}

describe('The office', () => {
  it('sends whoever is not signed in to the door, and remembers where he wanted to go', async () => {
    server.on('GET /api/v1/app', app).on('GET /api/v1/session', { code: 'no-session' }, 401);
    const { router } = await open('/keluarga?q=luh');
    await vi.waitFor(() => expect(router.currentRoute.value.path).toBe('/masuk'));
    expect(router.currentRoute.value.query['ke']).toBe('/keluarga?q=luh');
  });

  it('says that a page is not part of one’s role, without asking for its data', async () => {
    server.on('GET /api/v1/app', app).on('GET /api/v1/session', { user, csrfToken: 'x' });
    server.on('GET /api/v1/regions', { items: [], next: null });
    const { wrapper } = await open('/pengguna');
    await vi.waitFor(() => expect(wrapper.text()).toContain('Halaman ini bukan bagian peran Anda'));
    expect(server.last('GET /api/v1/users')).toBeUndefined();
  });

  it('begins a page afresh for another thing of the same kind', async () => {
    server.on('GET /api/v1/app', app).on('GET /api/v1/session', { user, csrfToken: 'x' });
    const { router } = await open('/musyawarah/m-1');
    await vi.waitFor(() => expect(server.last('GET /api/v1/meetings/m-1')).toBeDefined());
    await router.push('/musyawarah/m-2');
    await vi.waitFor(() => expect(server.last('GET /api/v1/meetings/m-2')).toBeDefined());
  });

  it('brings its other pages to whoever signs in, and to no citizen', async () => {
    server.on('GET /api/v1/app', app).on('GET /api/v1/session', { code: 'no-session' }, 401);
    server.on('GET /api/v1/open/places', { items: [], next: null });
    const { wrapper } = await open('/usul');
    await vi.waitFor(() => expect(wrapper.find('h1').text()).toContain('Usul atau sanggah'));
    expect(fetchPages).not.toHaveBeenCalled();
    session.user = user;
    await flushPromises();
    expect(fetchPages).toHaveBeenCalledOnce();
  });

  it('says when the server cannot be reached, and goes on when it can', async () => {
    const { wrapper, router } = await open('/akun');
    await vi.waitFor(() => expect(wrapper.text()).toContain('Tidak tersambung ke server'));
    server.on('GET /api/v1/app', app).on('GET /api/v1/session', { user, csrfToken: 'x' });
    server.on('GET /api/v1/regions', { items: [], next: null });
    await wrapper.find('button').trigger('click');
    await vi.waitFor(() => expect(wrapper.text()).toContain('Bahasa dan tampilan'));
    expect(router.currentRoute.value.path).toBe('/akun');
  });

  it('asks to sign in again over the screen when the session ended', async () => {
    server.on('GET /api/v1/app', app).on('GET /api/v1/session', { user, csrfToken: 'x' });
    server.on('GET /api/v1/regions', { items: [], next: null }).on('GET /api/v1/cases', { code: 'no-session' }, 401);
    const { wrapper } = await open('/keluarga');
    await vi.waitFor(() => expect(wrapper.find('dialog').text()).toContain('Sesi Anda berakhir'));
    expect(wrapper.find('#k-cari').exists()).toBe(true);
  });
});
