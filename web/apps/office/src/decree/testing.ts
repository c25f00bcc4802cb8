import type { DecreeCount, DecreeDraft, DecreeShow, DraftFamily, ListedFamily, LockedDecree } from '@tuntas/contract';

const count = (families: number, listed: number, persons: number): DecreeCount => ({ families, listed, persons });

/** Two villages, one of which is done: of eight families of the roster two stay, two are poor, four wait; one is added. */
export function aDraft(change: Partial<DecreeDraft> = {}): DecreeDraft {
  return {
    villages: 2,
    villagesDone: 1,
    list: count(3, 8, 11),
    roster: count(8, 31, 30),
    kept: count(2, 8, 7),
    added: count(1, 0, 4),
    unsettled: count(4, 14, 14),
    struck: [{ verdict: 'poor', count: count(2, 9, 9) }],
    holdups: [
      { code: 'villageOpen', unit: 'family', count: 4 },
      { code: 'conflict', unit: 'visit', count: 2 },
      { code: 'petition', unit: 'petition', count: 1 },
    ],
    districts: [
      {
        code: '51.08.04',
        name: 'Banjar',
        villagesDone: 1,
        list: count(3, 8, 11),
        villages: [
          { code: '51.08.04.2001', name: 'Pedawa', state: 'closed', meetingId: 'm-1', families: 5, pending: 0, list: count(3, 8, 11) },
          { code: '51.08.04.2002', name: 'Banyuseri', state: 'none', meetingId: null, families: 4, pending: 4, list: count(0, 0, 0) },
        ],
      },
    ],
    ...change,
  };
}

export function aDecree(change: Partial<DecreeShow> = {}): DecreeShow {
  return {
    round: 'BLL-2023-1',
    roundName: 'Putaran verval Februari 2023',
    asOf: '2023-02-06',
    draft: aDraft(),
    tag: 'abc',
    decrees: [],
    districts: [],
    addable: 0,
    unfit: 0,
    mayLock: false,
    prepares: false,
    readsAll: true,
    ...change,
  };
}

/** The decree of three families. */
export function aLocked(change: Partial<LockedDecree> = {}): LockedDecree {
  return {
    ordinal: 1,
    number: '460/101/HK/2023',
    decidedOn: '2023-02-05',
    lockedAt: '2023-02-05T02:00:00Z',
    lockedBy: 'Wira Contoh',
    despite: '',
    families: 3,
    persons: 11,
    listed: 3,
    struck: 0,
    root: 'ab'.repeat(32),
    ...change,
  };
}

export function aListed(change: Partial<ListedFamily> = {}): ListedFamily {
  return {
    row: {
      family: 'f-9',
      number: '000999-1',
      name: 'I Made Contoh',
      address: 'Jalan Contoh 9',
      hamlet: 'Kaja',
      village: '51.08.04.2001',
      villageName: 'Pedawa',
      district: '51.08.04',
      districtName: 'Banjar',
      rosterKey: 'P3KE-9',
      persons: 4,
      edition: 1,
    },
    verdict: 'listed',
    ...change,
  };
}

export function aDraftFamily(change: Partial<DraftFamily> = {}): DraftFamily {
  return {
    id: 'f-1',
    number: '000123-3',
    name: 'Ni Luh Contoh',
    address: 'Jalan Contoh 1',
    hamlet: 'Banjar Dinas Contoh',
    village: '51.08.04.2001',
    villageName: 'Pedawa',
    districtName: 'Banjar',
    nominated: false,
    listed: 4,
    persons: 4,
    verdict: 'listed',
    edition: 1,
    overruled: false,
    ...change,
  };
}
