import type { AgendaItem, Meeting } from '@tuntas/contract';

/** A family that the review found extremely poor. */
export function anItem(change: Partial<AgendaItem> = {}): AgendaItem {
  return {
    subjectId: 'f-1',
    kind: 'family',
    number: '000123-3',
    visitId: 'v-1',
    name: 'Ni Luh Contoh',
    address: 'Jalan Contoh 1',
    hamlet: 'Banjar Dinas Contoh',
    nominated: false,
    people: 5,
    contact: 'found',
    finding: 'extremelyPoor',
    decision: null,
    ...change,
  };
}

/** An open meeting of one family, whose record is blank. */
export function aMeeting(change: Partial<Meeting> = {}): Meeting {
  return {
    id: 'm-1',
    round: 'BLL-2023-1',
    roundName: 'Putaran verval Februari 2023',
    village: '51.08.04.2001',
    villageName: 'Pedawa',
    villageKind: 'desa',
    districtName: 'Banjar',
    edition: 1,
    state: 'open',
    version: 1,
    sheet: {
      heldOn: null,
      begins: null,
      place: '',
      chair: '',
      noteTaker: '',
      companion: '',
      attendance: { government: [], council: [], hamletHeads: [], bodies: [], citizens: [], companions: [] },
      newcomers: [],
    },
    reopenedReason: null,
    closedBy: null,
    closedAt: null,
    editions: [{ id: 'm-1', edition: 1, state: 'open', closedAt: null }],
    agenda: [anItem()],
    likely: [],
    notReviewed: 0,
    mayRecord: true,
    mayReopen: false,
    maySign: false,
    minutes: null,
    ...change,
  };
}
