import { expect, it } from 'vitest';
import { TestServer, signedIn } from '../testing/office.ts';
import { regionName, villageChoices } from './region-names.ts';

it('Two villages of one name are told apart by their district, all others stand under their name', async () => {
  const district = (code: string, name: string) => ({ code, name, level: 'district' as const });
  const village = (code: string, name: string) => ({ code, name, level: 'village' as const, parent: code.slice(0, 8) });
  new TestServer().on('GET /api/v1/regions', { items: [district('51.08.04', 'Banjar'), district('51.08.05', 'Sukasada')], next: null });
  signedIn('case.read');
  regionName('51.08.04');
  const villages = [village('51.08.05.2004', 'Kayuputih'), village('51.08.05.2001', 'Pancasari'), village('51.08.04.2005', 'Kayuputih')];
  await expect
    .poll(() => villageChoices(villages))
    .toEqual([
      { code: '51.08.04.2005', label: 'Kayuputih, Banjar' },
      { code: '51.08.05.2004', label: 'Kayuputih, Sukasada' },
      { code: '51.08.05.2001', label: 'Pancasari' },
    ]);
});
