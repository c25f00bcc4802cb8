import { createTexts } from '@tuntas/ui';
import { mount } from '@vue/test-utils';
import { afterEach, expect, it } from 'vitest';
import ListStand from './ListStand.vue';
import { work } from './field.ts';
import en from './locales/en.json';
import id from './locales/id.json';

afterEach(() => {
  work.value = null;
});

it('The list is as old as the day of the office says, which the demo plays', () => {
  const times = { asOf: '2023-10-18T02:10:00Z', serverTime: '2026-11-28T02:10:00Z' };
  work.value = { sequence: 1, round: null, families: [], ...times };
  const text = mount(ListStand, { global: { plugins: [createTexts({ id, en })] } }).text();
  expect(text).toContain('18 Oktober 2023');
  expect(text).not.toContain('2026');
});
