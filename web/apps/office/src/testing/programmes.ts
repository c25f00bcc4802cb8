import type { Programme } from '@tuntas/contract';

export const houseRepair: Programme = {
  id: 'p-1',
  code: 'RTLH',
  name: 'Perbaikan rumah',
  pillar: 3,
  agencyId: 'a-1',
  agency: 'Dinas Perkimta',
  funding: 'apbdRegency',
  unit: 'house',
  amount: 20_000_000,
  needs: ['housing'],
  notWith: [],
  active: true,
  rule: {
    conditions: [{ text: { id: 'Rumah milik sendiri', en: 'The house is its own' }, expression: 'house.ownership == "own"' }],
    documents: [{ text: { id: 'Bukti hak atas tanah', en: 'Bukti hak atas tanah' }, expression: null }],
  },
  ruleVersion: 1,
  ruleSince: '2023-02-01T01:00:00Z',
  quotas: [
    { year: 2023, area: '51.08', units: 200 },
    { year: 2023, area: '51.08.05', units: 83 },
    { year: 2024, area: '51.08', units: 66 },
  ],
  version: 3,
};
