import { Problem } from '@tuntas/contract';
import { newStore } from '@tuntas/field-data/testing';
import { createTexts } from '@tuntas/ui';
import { RouterLinkStub, mount } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import DeliveryList from './DeliveryList.vue';
import { askDeliveries, say, words } from './deliveries.ts';
import * as guard from './guard.ts';
import en from './locales/en.json';
import id from './locales/id.json';
import * as office from './office.ts';
import { roof } from './testing.ts';

vi.mock('./guard.ts', () => ({ store: vi.fn() }));
vi.mock('./office.ts', () => ({ speakFor: vi.fn(), fetchDeliveries: vi.fn(), sayOnDelivery: vi.fn() }));
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

it('A delivery says that its family was struck, and that its proof stands for others too', async () => {
  const { store } = await newStore();
  vi.mocked(guard.store).mockReturnValue(store);
  vi.mocked(office.fetchDeliveries).mockResolvedValue([
    roof,
    { ...roof, id: 'i-2', struck: { decree: '460/102/HK/2023', on: '2023-02-18' }, alsoFor: 3 },
  ]);
  await askDeliveries(store);

  const list = mount(DeliveryList, { global: { plugins: [createTexts({ id, en })], stubs: { RouterLink: RouterLinkStub } } });

  expect(list.findAll('.one').map((one) => one.findAll('.note').map((note) => note.text()))).toEqual([
    [],
    [
      'Dicoret dengan SK 460/102/HK/2023 tanggal 18 Februari 2023',
      'Bukti OPD ini juga dipakai untuk 3 bantuan lain. Lihat sendiri sebelum memastikan.',
    ],
  ]);
});

it('A word that the office refuses for what it lacks is completed on the phone, for the day he was there', async () => {
  const { store } = await newStore();
  vi.mocked(guard.store).mockReturnValue(store);
  vi.mocked(office.fetchDeliveries).mockResolvedValue([roof]);
  vi.mocked(office.sayOnDelivery).mockRejectedValueOnce(new Problem(422, { code: 'invalid', detail: 'Tulis mengapa tanpa foto.' }));
  await say(roof, { said: 'received', note: '', seenOn: '2023-02-10', photo: null, place: null, unplaced: '' });
  await askDeliveries(store);
  const list = mount(DeliveryList, { global: { plugins: [createTexts({ id, en })], stubs: { RouterLink: RouterLinkStub } } });
  expect(list.text()).toContain('Kantor tidak menerima: Tulis mengapa tanpa foto.');

  await list.find('.word .btn.go').trigger('click');
  await list.find('.word textarea').setValue('Kamera rusak');
  await list.find('.word form').trigger('submit');
  await vi.waitFor(() => expect(words.value[0]?.refused).toBeNull());

  expect(words.value).toMatchObject([{ said: 'received', seenOn: '2023-02-10', place: null, unplaced: 'Kamera rusak' }]);
});
