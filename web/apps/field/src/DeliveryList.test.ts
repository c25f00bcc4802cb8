import { newStore } from '@tuntas/field-data/testing';
import { createTexts } from '@tuntas/ui';
import { RouterLinkStub, mount } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import DeliveryList from './DeliveryList.vue';
import { askDeliveries } from './deliveries.ts';
import * as guard from './guard.ts';
import en from './locales/en.json';
import id from './locales/id.json';
import * as office from './office.ts';
import { roof } from './testing.ts';

vi.mock('./guard.ts', () => ({ store: vi.fn() }));
vi.mock('./office.ts', () => ({ fetchDeliveries: vi.fn() }));
vi.mock('./field.ts', () => ({ load: vi.fn() }));
vi.mock('./today.ts', () => ({ askToday: vi.fn() }));

it('A delivery says for how many persons it is, where its programme counts them', async () => {
  const { store } = await newStore();
  vi.mocked(guard.store).mockReturnValue(store);
  vi.mocked(office.fetchDeliveries).mockResolvedValue([roof, { ...roof, id: 'i-2', programme: 'PBI-JKN', persons: 3, amount: null }]);
  await askDeliveries(store);

  const list = mount(DeliveryList, { global: { plugins: [createTexts({ id, en })], stubs: { RouterLink: RouterLinkStub } } });

  const given = list.findAll('li').map((one) => one.findAll('p')[1]?.text().replaceAll('\u00a0', ' '));
  expect(given).toEqual(['Perbaikan rumah, Rp 20.000.000', 'PBI-JKN, untuk 3 orang']);
});
