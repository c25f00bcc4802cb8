import type { Verb } from '@tuntas/contract';
import { describe, expect, it } from 'vitest';
import { visibleTo } from './navigation.ts';

const paths = (...can: Verb[]) => visibleTo((verb) => can.includes(verb)).flatMap((group) => group.items.map((item) => item.to));

describe('The rail', () => {
  it('shows a person without roles the home page only', () => {
    expect(paths()).toEqual(['/']);
  });

  it('shows a district coordinator assignment, families, review, deliberation, the decree, graduation, what is not at zero yet, nominations, what citizens send and conflicts', () => {
    expect(paths('case.read', 'case.assign', 'visit.review', 'petition.read', 'progress.read', 'nik.unmask')).toEqual([
      '/',
      '/penugasan',
      '/keluarga',
      '/tinjauan',
      '/musyawarah',
      '/sk',
      '/graduasi',
      '/menuju-nol',
      '/laporan',
      '/usulan',
      '/usul-warga',
      '/konflik',
    ]);
  });

  it('shows a coordinator the import of offline visits', () => {
    expect(paths('export.import')).toEqual(['/', '/impor-luring']);
  });

  it('shows an auditor the families, the deliberation, the decree, graduation, what is not at zero yet and the ledger', () => {
    expect(paths('case.read', 'progress.read', 'ledger.read')).toEqual([
      '/',
      '/keluarga',
      '/musyawarah',
      '/sk',
      '/graduasi',
      '/menuju-nol',
      '/laporan',
      '/buku-besar',
    ]);
  });

  it('has no heading without a link under it', () => {
    expect(visibleTo((verb) => verb === 'ledger.read').map((group) => group.title)).toEqual([null, 'nav.oversight']);
  });
});
