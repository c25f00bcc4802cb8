import { createTexts } from '@tuntas/ui';
import { RouterLinkStub, mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { type KeptWord, words } from './deliveries.ts';
import { online, outbox, work } from './field.ts';
import en from './locales/en.json';
import id from './locales/id.json';
import OutboxList from './OutboxList.vue';
import { roof } from './testing.ts';

const word: KeptWord = {
  id: 'w-1',
  delivery: roof,
  said: 'missing',
  note: '',
  seenOn: '2023-02-10',
  at: '2023-02-10T01:00:00Z',
  photo: null,
  refused: null,
};
const outboxPage = () =>
  mount(OutboxList, {
    global: {
      plugins: [createTexts({ id, en })],
      stubs: { RouterLink: RouterLinkStub, LeftForOffice: true },
      mocks: { $route: { fullPath: '/' } },
    },
  });

beforeEach(() => {
  online.value = true;
  words.value = [];
  outbox.value = [];
  work.value = null;
});

describe('What the office does not have yet', () => {
  it('is nothing while no visit and no word waits', () => {
    const page = outboxPage();
    expect(page.find('.pnav em').exists()).toBe(false);
    expect(page.text()).toContain('Semua kunjungan sudah diterima kantor.');
  });

  it('is also what he said about a delivery: counted, listed and sent from here', () => {
    words.value = [word];
    const page = outboxPage();
    expect(page.find('.pnav em').attributes('aria-label')).toBe('1 belum terkirim');
    expect(page.find('#di-hp').text()).toBe('Masih di HP ini1');
    expect(page.find('[aria-labelledby="di-hp"]').text()).toContain('Ni Luh ContohPerbaikan rumah: Tidak diterima');
    expect(page.text()).toContain('Kirim sekarang');
    expect(page.text()).not.toContain('Semua kunjungan sudah diterima kantor.');
  });

  it('does not count a visit that came back among those that are done, nor one that was corrected since', () => {
    const received = (instanceId: string, familyId: string, savedAt: string) =>
      ({ instanceId, familyId, familyName: familyId, savedAt, state: 'received', files: [], receipt: { receivedAt: savedAt } }) as never;
    outbox.value = [
      received('uuid:1', 'back', '2023-02-09T01:00:00Z'),
      received('uuid:2', 'twice', '2023-02-09T02:00:00Z'),
      received('uuid:3', 'twice', '2023-02-10T02:00:00Z'),
    ];
    work.value = { families: [{ id: 'back', state: 'returned', returned: { reason: 'Foto kabur' } }] } as never;
    const states = outboxPage()
      .findAll('[aria-labelledby="diterima"] .st')
      .map((state) => state.text());
    expect(states).toEqual(['Diterima', 'Sudah diperbaiki', 'Dikembalikan']);
  });

  it('may be sent by hand also while the office seems out of reach, for the phone may not know better', () => {
    online.value = false;
    words.value = [word];
    const button = outboxPage().get('[aria-labelledby="di-hp"] > .btn');
    expect(button.attributes('disabled')).toBeUndefined();
    expect(button.text()).toContain('Menunggu sinyal');
  });

  it('can be removed when the office refused it', () => {
    words.value = [{ ...word, refused: 'OPD menyerahkan lagi.' }];
    expect(outboxPage().find('[aria-labelledby="di-hp"] .word .btn').text()).toBe('Hapus dari HP');
  });
});
