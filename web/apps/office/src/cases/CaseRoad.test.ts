import type { RoadStation, Standing } from '@tuntas/contract';
import { describe, expect, it } from 'vitest';
import { show } from '../testing/office.ts';
import CaseRoad from './CaseRoad.vue';

const at = (station: RoadStation['station'], state: RoadStation['state']): RoadStation => ({ station, at: null, note: null, state });
const road = [at('approved', 'done'), at('deliberated', 'done'), at('decreed', 'next'), at('graduated', 'next')];
const stations = async (standing: Standing | null) =>
  (await show(CaseRoad, { road, standing })).findAll('li b').map((station) => station.text());

describe('The road of a family', () => {
  it('goes on while the family is on the list', async () => {
    expect(await stations('awaitingDecree')).toEqual(['Disetujui', 'Musyawarah', 'SK Bupati', 'Graduasi']);
    expect(await stations(null)).toHaveLength(4);
  });

  it('ends where the family left the list', async () => {
    expect(await stations('poor')).toEqual(['Disetujui', 'Musyawarah']);
  });
});
