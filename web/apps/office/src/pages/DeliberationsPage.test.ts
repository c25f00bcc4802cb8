import 'fake-indexeddb/auto';
import type { DeliberatingVillage } from '@tuntas/contract';
import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { aMeeting } from '../deliberation/testing.ts';
import { TestServer, show, signedIn } from '../testing/office.ts';
import DeliberationsPage from './DeliberationsPage.vue';

const pedawa = {
  village: '51.08.04.2001',
  name: 'Pedawa',
  district: '51.08.04',
  districtName: 'Banjar',
  state: 'none',
  meetingId: null,
  heldOn: null,
  graduations: { waiting: 0, meeting: null },
} as DeliberatingVillage;

describe('The villages’ meetings', () => {
  it('asks before a draft is made, and takes its day and place with it', async () => {
    signedIn('case.read', 'progress.read', 'deliberation.record');
    const server = new TestServer()
      .on('GET /api/v1/rounds/BLL-2023-1/deliberations', { items: [pedawa] })
      .on('POST /api/v1/rounds/BLL-2023-1/deliberations', aMeeting())
      .on('PUT /api/v1/meetings/m-1/sheet', aMeeting({ version: 2 }));
    const page = await show(DeliberationsPage, {}, '/musyawarah');
    await page.find('tbody button').trigger('click');
    expect(page.find('dialog h2').text()).toBe('Buka musyawarah Pedawa?');
    expect(server.asked.filter((one) => one.method !== 'GET')).toEqual([]);

    await page.find('#buka-tanggal').setValue('2023-02-06');
    await page.find('#buka-tempat').setValue(' Balai Desa ');
    await page.find('dialog form').trigger('submit');
    await flushPromises();
    expect(server.last('PUT /api/v1/meetings/m-1/sheet')?.body).toMatchObject({ heldOn: '2023-02-06', place: 'Balai Desa' });
    expect(server.last('PUT /api/v1/meetings/m-1/sheet')?.headers.get('If-Match')).toBe('"1"');
    expect(page.vm.$router.currentRoute.value.path).toBe('/musyawarah/m-1');
  });

  it('opens one on graduations where some wait, and leads to the one before', async () => {
    signedIn('case.read', 'progress.read', 'deliberation.record');
    const met = { id: 'm-7', edition: 1, state: 'closed', heldOn: '2023-02-03' } as const;
    const server = new TestServer()
      .on('GET /api/v1/rounds/BLL-2023-1/deliberations', {
        items: [
          { ...pedawa, graduations: { waiting: 2, meeting: met } },
          { ...pedawa, village: '51.08.04.2002', name: 'Tigawasa' },
        ],
      })
      .on('POST /api/v1/rounds/BLL-2023-1/deliberations', aMeeting({ id: 'm-8', purpose: 'graduation' }));
    const page = await show(DeliberationsPage, {}, '/musyawarah');
    const section = page.find('section[aria-labelledby=h-graduasi]');
    expect(section.findAll('li')).toHaveLength(1);
    expect(section.text()).toContain('2 usulan menunggu kata desa');
    expect(section.find('li a').attributes('href')).toBe('/musyawarah/m-7');
    await section.find('button').trigger('click');
    expect(page.find('dialog h2').text()).toBe('Buka musyawarah graduasi Pedawa?');
    await page.find('dialog form').trigger('submit');
    await flushPromises();
    expect(server.last('POST /api/v1/rounds/BLL-2023-1/deliberations')?.body).toEqual({ village: '51.08.04.2001', purpose: 'graduation' });
    expect(page.vm.$router.currentRoute.value.path).toBe('/musyawarah/m-8');
  });
});
