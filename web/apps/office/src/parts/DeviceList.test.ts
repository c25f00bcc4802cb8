import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { TestServer, show, signedIn } from '../testing/office.ts';
import DeviceList from './DeviceList.vue';

const officer = { id: 'u-ani', name: 'Ani Contoh' };
const phone = {
  id: 'd-1',
  deviceId: 'tuntas:1',
  officerId: 'u-ani',
  officerName: 'Ani Contoh',
  name: 'Android 10',
  registeredAt: '2023-02-01T01:00:00Z',
  lastContact: '2023-02-05T01:00:00Z',
  skewSeconds: 172_800,
  revokedAt: null,
  revokedReason: null,
};
const revoked = { ...phone, revokedAt: '2023-02-06T01:00:00Z', revokedReason: 'Hilang di jalan' };
let server: TestServer;
beforeEach(() => {
  server = new TestServer();
  signedIn('device.manage');
});

const open = () => show(DeviceList, { officer });

describe("An officer's phones", () => {
  it('are listed with their last contact and a wrong clock', async () => {
    server.on('GET /api/v1/devices', { items: [phone], next: null });
    const list = await open();
    expect(server.last('GET /api/v1/devices')?.query.get('officer')).toBe('u-ani');
    expect(list.text()).toContain('Android 10');
    expect(list.text()).toContain('2.880 menit lebih cepat');
  });

  it('may be none yet', async () => {
    server.on('GET /api/v1/devices', { items: [], next: null });
    expect((await open()).text()).toContain('Belum ada ponsel');
  });

  it('are revoked with a reason, after a word of what it erases', async () => {
    server
      .on('GET /api/v1/devices', { items: [phone], next: null })
      .on('GET /api/v1/devices', { items: [revoked], next: null })
      .on('POST /api/v1/devices/d-1/revoke', revoked);
    const list = await open();
    await list.find('button[aria-label="Cabut Android 10"]').trigger('click');
    expect(list.text()).toContain('dihapus');
    expect(server.last('POST /api/v1/devices/d-1/revoke')).toBeUndefined();
    expect(list.find<HTMLButtonElement>('button[type=submit]').element.disabled).toBe(true);
    await list.find('textarea').setValue(' Hilang di jalan ');
    await list.find('form').trigger('submit');
    await flushPromises();
    expect(server.last('POST /api/v1/devices/d-1/revoke')?.body).toEqual({ reason: 'Hilang di jalan' });
    expect(list.text()).toContain('Dicabut');
    expect(list.text()).toContain('Hilang di jalan');
  });

  it('stay when revoking is given up', async () => {
    server.on('GET /api/v1/devices', { items: [phone], next: null });
    const list = await open();
    await list.find('button[aria-label="Cabut Android 10"]').trigger('click');
    await list.find('button[type=button]').trigger('click');
    expect(list.find('form').exists()).toBe(false);
    expect(server.asked.filter((one) => one.method === 'POST')).toEqual([]);
  });
});
