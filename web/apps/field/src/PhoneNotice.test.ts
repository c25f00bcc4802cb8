import type { Draft, KeptOfficer, OutboxItem } from '@tuntas/field-data';
import { createTexts } from '@tuntas/ui';
import { RouterLinkStub, mount } from '@vue/test-utils';
import { afterEach, expect, it } from 'vitest';
import PhoneNotice from './PhoneNotice.vue';
import { drafts, outbox } from './field.ts';
import { kept } from './guard.ts';
import en from './locales/en.json';
import id from './locales/id.json';

function shown(language: 'id' | 'en') {
  localStorage.setItem('tuntas.language', language);
  return mount(PhoneNotice, { global: { plugins: [createTexts({ id, en })], stubs: { RouterLink: RouterLinkStub } } });
}

afterEach(() => {
  kept.value = null;
  drafts.value = [];
  outbox.value = [];
  localStorage.clear();
});

it('Before a phone wipes itself it is told what is lost, visits that are not finished too, and what to do', () => {
  kept.value = { lastContact: Date.now() - 11 * 86_400_000, wipeAfterDays: 14 } as KeptOfficer;
  drafts.value = [{ familyId: 'a' }, { familyId: 'b' }] as Draft[];
  expect(shown('id').text()).toContain('2 kunjungan yang belum selesai ikut hilang; selesaikan dahulu.');
  expect(shown('id').findComponent(RouterLinkStub).exists()).toBe(false);

  outbox.value = [{ instanceId: 'uuid:1', state: 'waiting' }] as OutboxItem[];
  const notice = shown('en');
  expect(notice.text()).toContain('2 unfinished visits are lost with it; finish them first.');
  expect(notice.text()).toContain('1 finished visit that is not sent can then be opened by the office alone');
  expect(notice.findComponent(RouterLinkStub).props('to')).toEqual({ name: 'outbox', hash: '#berkas' });
});
