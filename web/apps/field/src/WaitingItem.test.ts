import type { OutboxItem } from '@tuntas/field-data';
import { createTexts } from '@tuntas/ui';
import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { online, outbox } from './field.ts';
import en from './locales/en.json';
import id from './locales/id.json';
import { sessionEnded } from './office.ts';
import WaitingItem from './WaitingItem.vue';

const photos = ['1.jpg', '2.jpg', '3.jpg'].map((name) => ({ name, type: 'image/jpeg', size: 1_500_000, sha256: 'a' }));
const waiting: OutboxItem = {
  instanceId: 'uuid:1',
  familyId: 'f',
  familyName: 'Ni Luh Contoh',
  instanceXml: '<data/>',
  contentHash: 'a',
  files: photos,
  sent: 0,
  savedAt: '2023-02-04T01:00:00Z',
  state: 'waiting',
  misses: 0,
  nextTry: 0,
};

function words(item: Partial<OutboxItem>): string {
  return mount(WaitingItem, { props: { item: { ...waiting, ...item } }, global: { plugins: [createTexts({ id, en })] } }).text();
}

describe('A visit that the office does not have yet', () => {
  beforeEach(() => {
    online.value = true;
    sessionEnded.value = false;
    outbox.value = [];
  });

  it('says how much of it there is', () => {
    expect(words({})).toContain('4,5 MB');
  });

  it('waits for signal, and says which photos have arrived', () => {
    online.value = false;
    expect(words({})).toContain('Menunggu sinyal');
    expect(words({ sent: 2 })).toContain('2 dari 3 foto sudah sampai');
  });

  it('waits for its turn behind another one', () => {
    outbox.value = [{ ...waiting, instanceId: 'uuid:0', state: 'sending' }];
    expect(words({})).toContain('Menunggu giliran');
  });

  it('waits for the officer to sign in again', () => {
    sessionEnded.value = true;
    expect(words({})).toContain('Menunggu Anda masuk lagi');
  });

  it('says when it is tried again', () => {
    expect(words({ misses: 2, nextTry: Date.parse('2023-02-04T02:42:00Z') })).toContain('dicoba lagi sendiri pukul 10.42 WITA');
  });

  it('is on its way, photo by photo', () => {
    expect(words({ state: 'sending', sent: 1 })).toContain('1 dari 3 foto sudah sampai');
    expect(words({ state: 'sending', files: [] })).toContain('Sedang dikirim');
  });

  it('was refused, with the reason and what to do', () => {
    const told = words({ state: 'refused', reason: 'Formulir tidak dikenal.' });
    expect(told).toContain('Tidak diterima: Formulir tidak dikenal.');
    expect(told).toContain('Coba Kirim sekarang');
  });
});
