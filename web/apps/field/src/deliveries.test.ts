import { Problem, Unreachable } from '@tuntas/contract';
import type { DeliveryWord } from '@tuntas/contract';
import type { FieldStore } from '@tuntas/field-data';
import { newStore } from '@tuntas/field-data/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Saying, askDeliveries, deliveries, say, takeBackWord, words } from './deliveries.ts';
import * as guard from './guard.ts';
import * as office from './office.ts';
import { roof } from './testing.ts';

vi.mock('./guard.ts', () => ({ store: vi.fn() }));
vi.mock('./office.ts', () => ({ speakFor: vi.fn(), fetchDeliveries: vi.fn(), sayOnDelivery: vi.fn() }));
const told = vi.mocked(office.sayOnDelivery);
const asked = vi.mocked(office.fetchDeliveries);

let phone: FieldStore;

const here = { lat: -8.2, lng: 115.06, accuracy: 9 };
const saying = (said: DeliveryWord): Saying => ({ said, note: '', seenOn: '2023-02-10', photo: null, place: here, unplaced: '' });

beforeEach(async () => {
  phone = (await newStore()).store;
  vi.mocked(guard.store).mockReturnValue(phone);
  told.mockReset().mockResolvedValue(undefined);
  asked.mockReset().mockResolvedValue([roof]);
  await askDeliveries(phone);
});

describe('What an officer says about a delivery', () => {
  it('is known without signal and waits until the office has it', async () => {
    told.mockRejectedValue(new Unreachable(new Error('no signal')));
    asked.mockRejectedValue(new Unreachable(new Error('no signal')));
    expect(deliveries.value).toEqual([roof]);
    await say(roof, { ...saying('missing'), note: 'Belum ada yang datang' });
    await askDeliveries(phone);
    expect(deliveries.value).toEqual([]);
    expect(words.value).toMatchObject([{ said: 'missing', refused: null }]);

    told.mockResolvedValue(undefined);
    asked.mockResolvedValue([]);
    await askDeliveries(phone);
    const [delivery, form] = told.mock.lastCall ?? [];
    expect(delivery).toMatchObject({ id: 'i-1', version: 4 });
    expect(['said', 'seenOn', 'note'].map((field) => form?.get(field))).toEqual(['missing', '2023-02-10', 'Belum ada yang datang']);
    expect(words.value).toEqual([]);
  });

  it('has the same id however often it is sent', async () => {
    told.mockRejectedValueOnce(new Unreachable(new Error('the answer was lost')));
    await say(roof, saying('received'));
    await askDeliveries(phone);
    await askDeliveries(phone);
    const ids = told.mock.calls.map(([, form]) => form.get('id'));
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('tells where the phone was, or why nobody knows', async () => {
    await say(roof, saying('received'));
    await askDeliveries(phone);
    const placed = told.mock.lastCall?.[1];
    expect(['lat', 'lng', 'accuracy', 'unplaced'].map((field) => placed?.get(field))).toEqual(['-8.2', '115.06', '9', '']);
    await say(roof, { ...saying('received'), place: null, unplaced: 'Tidak ada sinyal satelit' });
    await askDeliveries(phone);
    const bare = told.mock.lastCall?.[1];
    expect(['lat', 'unplaced'].map((field) => bare?.get(field))).toEqual([null, 'Tidak ada sinyal satelit']);
  });

  it('takes its photo along, which then leaves the phone', async () => {
    const photo = new File(['x'], 'atap.jpg', { type: 'image/jpeg' });
    await say(roof, { ...saying('received'), photo });
    const [word] = words.value;
    if (!word?.photo) throw new Error('the photo was not kept');
    await askDeliveries(phone);
    expect((told.mock.lastCall?.[1].get('photo') as File).name).toBe('atap.jpg');
    expect(await phone.file(word.id, word.photo)).toBeNull();
  });

  it('that the office does not take stays with the reason until the officer removes it', async () => {
    told.mockRejectedValue(new Problem(412, { code: 'stale', title: 'Sudah berubah', detail: 'OPD menyerahkan lagi.' }));
    await say(roof, saying('missing'));
    await askDeliveries(phone);
    await askDeliveries(phone);
    expect(told).toHaveBeenCalledTimes(1);
    expect(words.value).toMatchObject([{ refused: 'OPD menyerahkan lagi.' }]);
    if (words.value[0]) await takeBackWord(words.value[0]);
    expect(words.value).toEqual([]);
    expect(deliveries.value).toEqual([roof]);
  });

  it('that lacks something is sent again, as the same word, once the officer has added it', async () => {
    const errors = [{ pointer: '/unplaced', code: 'place-or-reason', detail: 'Lampirkan foto, atau tulis mengapa tidak ada.' }];
    told.mockRejectedValueOnce(new Problem(422, { code: 'invalid', title: 'Isian belum benar', detail: 'Periksa isian.', errors }));
    await say(roof, { ...saying('received'), place: null });
    await askDeliveries(phone);
    const [refused] = words.value;
    expect(refused).toMatchObject({ refused: 'Lampirkan foto, atau tulis mengapa tidak ada.', mendable: true });
    await say(roof, { ...saying('received'), place: null, unplaced: 'Kamera rusak' }, refused);
    await askDeliveries(phone);
    expect(told.mock.calls.map(([, form]) => form.get('id'))).toEqual([refused?.id, refused?.id]);
    expect(told.mock.lastCall?.[1].get('unplaced')).toBe('Kamera rusak');
    expect(words.value).toEqual([]);
  });

  it('waits for the officer to sign in again', async () => {
    told.mockRejectedValue(new Problem(401, { code: 'no-session' }));
    await say(roof, saying('received'));
    await askDeliveries(phone);
    expect(words.value).toMatchObject([{ refused: null }]);
  });
});
