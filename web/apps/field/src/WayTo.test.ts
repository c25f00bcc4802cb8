import type { FieldFamily } from '@tuntas/contract';
import type { Stop } from '@tuntas/field-data';
import { createTexts } from '@tuntas/ui';
import { mount } from '@vue/test-utils';
import { expect, it } from 'vitest';
import WayTo from './WayTo.vue';
import en from './locales/en.json';
import id from './locales/id.json';

const way = (metres: number, by: 'house' | 'hamlet') => {
  const stop: Stop = { family: {} as FieldFamily, at: { lat: -8.2, lng: 115.1, by }, metres, degrees: 0 };
  return mount(WayTo, { props: { stop }, global: { plugins: [createTexts({ id, en })] } });
};

it('The way to a family says how far and where to, and nothing of a direction where one stands', () => {
  expect(way(40, 'house').text()).toBe('40 m ke utara');
  expect(way(0.4, 'house').text()).toBe('di sini');
  expect(way(0.4, 'house').find('svg').exists()).toBe(false);
  expect(way(30, 'hamlet').text()).toBe('di sini, perkiraan dari rumah lain di banjar itu');
  expect(way(260, 'hamlet').text()).toContain('± 300 m ke utara');
});
