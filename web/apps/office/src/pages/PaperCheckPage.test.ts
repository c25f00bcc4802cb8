import type { KeptPaper } from '@tuntas/contract';
import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '../session.ts';
import { TestServer, show, signedIn } from '../testing/office.ts';
import PaperCheckPage from './PaperCheckPage.vue';

const CODE = '84DC12D7730B';
const UNKNOWN = { code: 'paper-unknown', title: 'Tidak dikenal', detail: 'Periksa ketikannya.' };
let server: TestServer;
let hashes: { readonly minutes: string; readonly scan: string; readonly changed: string };

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(digest).toString('hex');
}

function aPaper(change: Partial<KeptPaper> = {}): KeptPaper {
  return {
    village: 'Pedawa',
    villageKind: 'desa',
    district: 'Banjar',
    heldOn: '2023-02-20',
    purpose: 'verification',
    edition: 1,
    superseded: false,
    code: CODE,
    madeAt: '2023-02-20T05:00:00Z',
    sha256: hashes.minutes,
    signed: [hashes.scan],
    ...change,
  };
}

beforeEach(async () => {
  signedIn();
  session.user = null;
  server = new TestServer();
  hashes = { minutes: await hashOf('berita acara'), scan: await hashOf('pindaian'), changed: await hashOf('berita acara!') };
});

async function open(code?: string) {
  const page = await show(PaperCheckPage, code ? { code } : {}, code ? `/periksa/${code}` : '/periksa');
  await flushPromises();
  return page;
}

async function choose(page: Awaited<ReturnType<typeof open>>, content: string) {
  const chooser = page.find<HTMLInputElement>('input[type=file]');
  Object.defineProperty(chooser.element, 'files', { configurable: true, value: [new File([content], 'berkas.pdf')] });
  Object.defineProperty(chooser.element, 'value', { configurable: true, writable: true, value: '' });
  await chooser.trigger('change');
  await vi.waitFor(() => expect(page.find('[role=status] .note').exists()).toBe(true));
  return page.find('[role=status] .note').text();
}

describe('Checking minutes', () => {
  it('shows anybody what the code names', async () => {
    server.on(`GET /api/v1/kept-papers/${CODE}`, aPaper());
    const page = await open(CODE);
    expect(page.text()).toContain('Berita Acara Musyawarah Desa Pedawa, Kecamatan Banjar');
    expect(page.text()).toContain('Musyawarah Senin, 20 Februari 2023.');
    expect(page.text()).toContain('1 salinan bertanda tangan tersimpan.');
    expect(page.text()).toContain(hashes.minutes);
  });

  it('knows the paper and its signed copy without sending anything', async () => {
    server.on(`GET /api/v1/kept-papers/${CODE}`, aPaper());
    const page = await open(CODE);
    expect(await choose(page, 'berita acara')).toContain('berkas.pdf sama persis dengan berita acara yang tersimpan.');
    expect(await choose(page, 'pindaian')).toContain('salinan bertanda tangan');
    expect(server.asked).toHaveLength(1);
  });

  it('tells a changed file from one that is kept as something else', async () => {
    server.on(`GET /api/v1/kept-papers/${CODE}`, aPaper({ sha256: 'f'.repeat(64), signed: [] }));
    server.on(`GET /api/v1/kept-papers/${hashes.minutes}`, aPaper({ village: 'Sidatapa' }));
    server.on(`GET /api/v1/kept-papers/${hashes.changed}`, UNKNOWN, 404);
    const page = await open(CODE);
    const other = await choose(page, 'berita acara');
    expect(other).toContain('tersimpan di sistem sebagai berita acara lain');
    expect(other).toContain('Sidatapa');
    expect(await choose(page, 'berita acara!')).toContain('tidak sama dengan berita acara mana pun');
  });

  it('finds the paper of a file when no code is known', async () => {
    server.on(`GET /api/v1/kept-papers/${hashes.scan}`, aPaper());
    const page = await open();
    const found = await choose(page, 'pindaian');
    expect(found).toContain('sama persis dengan salinan bertanda tangan');
    expect(found).toContain('Desa Pedawa');
  });

  it('says that the meeting was opened again, and what is not known', async () => {
    server.on(`GET /api/v1/kept-papers/${CODE}`, aPaper({ superseded: true }));
    expect((await open(CODE)).find('.note.warn').text()).toContain('dibuka kembali');

    server.on('GET /api/v1/kept-papers/XX', UNKNOWN, 404);
    expect((await open('XX')).find('[role=alert]').text()).toContain('Tidak dikenal');
  });

  it('leads on to the code that was typed', async () => {
    const page = await open();
    await page.find('#kode').setValue(' 84DC-12D7-730B ');
    await page.find('form').trigger('submit');
    await flushPromises();
    expect(page.vm.$router.currentRoute.value.params).toEqual({ code: '84DC-12D7-730B' });
  });

  it('says what to do where the browser makes no hashes', async () => {
    vi.stubGlobal('crypto', {});
    const page = await open();
    expect(page.find('input[type=file]').exists()).toBe(false);
    expect(page.text()).toContain('alamat tanpa HTTPS');
    vi.unstubAllGlobals();
  });
});
