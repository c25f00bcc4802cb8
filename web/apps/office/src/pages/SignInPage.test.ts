import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { session } from '../session.ts';
import { TestServer, show, signedIn } from '../testing/office.ts';
import SignInPage from './SignInPage.vue';

let server: TestServer;
const user = signedIn('case.read');
const app = session.app;
beforeEach(() => {
  session.user = null;
  server = new TestServer();
});

async function fill(path: string) {
  const page = await show(SignInPage, {}, path);
  await page.find('input[autocomplete=username]').setValue(' budi ');
  await page.find('input[type=password]').setValue('rahasia panjang');
  await page.find('form').trigger('submit');
  await flushPromises();
  return page;
}

describe('Signing in', () => {
  it('goes back to the page that was asked for', async () => {
    server.on('POST /api/v1/session', { user, csrfToken: 'x' }).on('GET /api/v1/app', app);
    server.on('GET /api/v1/regions', { items: [], next: null });
    const page = await fill('/masuk?ke=/keluarga?q%3Dluh');
    expect(server.last('POST /api/v1/session')?.body).toEqual({ username: 'budi', password: 'rahasia panjang' });
    expect(page.vm.$router.currentRoute.value.fullPath).toBe('/keluarga?q=luh');
  });

  it('never goes to another site', async () => {
    server.on('POST /api/v1/session', { user, csrfToken: 'x' }).on('GET /api/v1/app', app);
    const page = await fill('/masuk?ke=//jahat.example/');
    expect(page.vm.$router.currentRoute.value.fullPath).toBe('/');
  });

  it('says what was wrong and keeps the name', async () => {
    server.on('POST /api/v1/session', { code: 'bad-credentials', title: 'Nama atau kata sandi keliru', detail: 'Periksa ejaan.' }, 401);
    const page = await fill('/masuk');
    expect(page.find('[role=alert]').text()).toContain('Nama atau kata sandi keliru');
    expect(page.find<HTMLInputElement>('input[autocomplete=username]').element.value).toBe(' budi ');
  });
});
