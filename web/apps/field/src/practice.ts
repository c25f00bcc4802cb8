import type { FieldStore } from '@tuntas/field-data';
import type { Visited } from './visit.ts';

/** The id of the family that does not exist. */
export const PRACTICE = 'latihan';

/** One person in one house, so that the whole form is through in three minutes. Nobody real is meant, and nothing of it is ever sent. */
export function practiceFamily(): Visited {
  return {
    id: PRACTICE,
    number: 'LATIHAN',
    name: 'Ni Latihan Contoh',
    address: 'Jalan Latihan 1',
    hamlet: 'Banjar Latihan',
    village: '',
    villageName: 'Desa Latihan',
    districtName: 'Kecamatan Latihan',
    lat: null,
    lng: null,
    state: 'assigned',
    members: [{ memberId: '', ordinal: 1, name: 'Ni Latihan Contoh', relationship: 'head', age: 52, sex: 'female' }],
    returned: null,
    visitedAt: null,
  };
}

/** Whether a practice was begun and not brought to its end. */
export async function practiceBegun(store: FieldStore): Promise<boolean> {
  return (await store.forPractice().draft(PRACTICE)) !== null;
}
