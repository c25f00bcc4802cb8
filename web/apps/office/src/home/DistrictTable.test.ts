import type { PaceRow } from '@tuntas/contract';
import { describe, expect, it } from 'vitest';
import { show } from '../testing/office.ts';
import DistrictTable from './DistrictTable.vue';

const row = (name: string, visited: number, finish: string | null): PaceRow => ({
  key: name,
  name,
  total: 100,
  days: [{ day: '2023-02-01', visited }],
  ratePerDay: visited,
  neededPerDay: 4,
  forecast: finish ? { finish, low: finish, high: finish } : null,
  leftAtDeadline: 0,
});

describe('The table of districts', () => {
  it('has the slowest on top and opens one by its name', async () => {
    const rows = [row('Sawan', 30, '2023-02-20'), row('Banjar', 10, '2023-03-25'), row('Seririt', 0, null)];
    const pace = { asOf: '2023-02-03', unit: 'family', opens: '2023-02-01', deadline: '2023-02-25', rows };
    const table = await show(DistrictTable, { pace, whole: row('Buleleng', 40, '2023-03-12') });
    expect(table.findAll('tbody th').map((one) => one.text())).toEqual(['Seririt', 'Banjar', 'Sawan']);
    await table.findAll('tbody th button')[1]?.trigger('click');
    expect(table.emitted('open')).toEqual([['Banjar']]);
  });
});
