import type { Photo } from '@tuntas/contract';
import { createTexts } from '@tuntas/ui';
import { mount } from '@vue/test-utils';
import { expect, it } from 'vitest';
import en from '../locales/en.json';
import id from '../locales/id.json';
import PhotoStrip from './PhotoStrip.vue';

const photo = (name: string) =>
  ({ kind: 'inside', name, label: { id: 'Dalam rumah', en: 'Inside' }, thumbUrl: `/${name}` }) as unknown as Photo;

it('a photo that cannot be shown says so, and what to do', async () => {
  const strip = mount(PhotoStrip, { props: { photos: [photo('a.jpg'), photo('b.heic')] }, global: { plugins: [createTexts({ id, en })] } });
  expect(strip.text()).not.toContain('Tidak dapat ditampilkan');
  await strip.findAll('img')[1]!.trigger('error');
  const [first, second] = strip.findAll('figcaption');
  expect(first!.text()).toBe('Dalam rumah');
  expect(second!.text()).toContain('Tidak dapat ditampilkan (misalnya HEIC)');
});
