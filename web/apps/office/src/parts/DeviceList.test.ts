import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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
  wipesAt: '2023-02-19T01:00:00Z',
  skewSeconds: 172_800,
  revokedAt: null,
  revokedReason: null,
};
const revoked = { ...phone, revokedAt: '2023-02-06T01:00:00Z', revokedReason: 'Hilang di jalan' };
let server: TestServer;
beforeEach(() => {
  server = new TestServer();
  signedIn('device.manage');
  vi.spyOn(Date, 'now').mockReturnValue(Date.parse('2023-02-06T01:00:00Z'));
});
afterEach(() => {
  vi.restoreAllMocks();
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

  it('are told apart by their silence: one erases itself soon, another has by now, a third was revoked', async () => {
    const spoken = { ...phone, id: 'd-2', wipesAt: '2023-02-10T01:00:01Z' };
    const silent = { ...phone, id: 'd-3', wipesAt: '2023-02-10T01:00:00Z' };
    const gone = { ...phone, id: 'd-4', wipesAt: '2023-02-05T01:00:00Z' };
    server.on('GET /api/v1/devices', { items: [spoken, silent, gone, { ...revoked, wipesAt: gone.wipesAt }], next: null });
    const rows = (await open()).findAll('tbody tr').map((row) => row.text());
    expect(rows.map((row) => /menghapus|terhapus/.exec(row)?.[0])).toEqual([undefined, 'menghapus', 'terhapus', undefined]);
    expect(rows[1]).toContain('10 Februari 2023');
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
