import type { FieldDelivery, RegisteredDevice } from '@tuntas/contract';
import type { FieldStore, OutboxItem } from '@tuntas/field-data';
import { newStore } from '@tuntas/field-data/testing';
import { createTexts } from '@tuntas/ui';
import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import ExportUnsent from './ExportUnsent.vue';
import { carriedWords, words } from './deliveries.ts';
import { outbox } from './field.ts';
import en from './locales/en.json';
import id from './locales/id.json';

const { open } = vi.hoisted(() => ({ open: { store: null as FieldStore | null } }));
vi.mock('./guard.ts', async (original) => ({ ...(await original<typeof import('./guard.ts')>()), store: () => open.store }));

const item = { instanceId: 'uuid:1', instanceXml: '<data/>', files: [], state: 'waiting', savedAt: '' } as unknown as OutboxItem;

describe('Everything unsent in a file', () => {
  const shared: File[] = [];
  /** What this browser's share sheet takes. */
  let takes: (file: File) => boolean = () => true;

  beforeEach(async () => {
    open.store = (await newStore()).store;
    outbox.value = [item];
    words.value = [];
    shared.length = 0;
    const sheet = {
      canShare: ({ files }: { files: File[] }) => files.every(takes),
      share: ({ files }: { files: File[] }) => (shared.push(...files), Promise.resolve()),
    };
    Object.assign(navigator, sheet);
  });
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'canShare');
    Reflect.deleteProperty(navigator, 'share');
  });

  async function written() {
    const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
    const exportKey = await crypto.subtle.exportKey('jwk', pair.publicKey);
    await open.store!.write('office', '', { deviceId: 'tuntas:1', exportKey } as unknown as RegisteredDevice);
    const page = mount(ExportUnsent, { global: { plugins: [createTexts({ id, en })] } });
    await page.find('button').trigger('click');
    await vi.waitFor(() => expect(page.text()).toContain('Berkas siap: 1'), { timeout: 10_000 });
    return page;
  }

  it('is shared under its name where the browser takes it', async () => {
    takes = () => true;
    const page = await written();
    await page.findAll('button')[1]!.trigger('click');
    expect(shared.map((file) => file.name)).toEqual([expect.stringMatching(/^tuntas-\d{4}-\d\d-\d\d-1\.tuntas$/)]);
  });

  it('is shared as a text where the browser takes only kinds that it knows', async () => {
    takes = (file) => file.name.endsWith('.txt');
    const page = await written();
    await page.findAll('button')[1]!.trigger('click');
    expect(shared.map((file) => [file.name.slice(-11), file.type])).toEqual([['.tuntas.txt', 'text/plain']]);
  });

  it('can be saved where nothing is shared', async () => {
    takes = () => false;
    const page = await written();
    expect(page.findAll('button')).toHaveLength(1);
    expect(page.find('a[download]').attributes('download')).toMatch(/\.tuntas$/);
  });

  it('holds what was said about deliveries, also where no visit waits; what the office has refused stays out', async () => {
    outbox.value = [];
    const delivery = { id: 'i-1', version: 3, name: 'Ni Luh Contoh', programme: 'Perbaikan rumah' } as FieldDelivery;
    const said = { delivery, said: 'received', note: '', seenOn: '2023-02-04', at: '', photo: null, refused: null } as const;
    words.value = [
      { id: 'w-1', ...said },
      { id: 'w-2', ...said, refused: 'Sudah dijawab' },
    ];
    const page = await written();
    expect(page.text()).toContain('Isinya 0 kunjungan dan 1 kabar tentang bantuan.');
    expect(carriedWords.value.map((one) => JSON.parse(one.content) as unknown)).toEqual([
      { id: 'w-1', delivery: 'i-1', version: 3, said: 'received', seenOn: '2023-02-04', note: '' },
    ]);
  });

  it('needs an office that knows the phone', async () => {
    const page = mount(ExportUnsent, { global: { plugins: [createTexts({ id, en })] } });
    await page.find('button').trigger('click');
    await flushPromises();
    await vi.waitFor(() => expect(page.find('[role=alert]').text()).toContain('belum dikenal kantor'), { timeout: 10_000 });
  });
});
