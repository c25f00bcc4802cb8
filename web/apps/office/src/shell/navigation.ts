import type { Verb } from '@tuntas/contract';
import type { RoadCounts } from './road-counts.ts';

export interface NavItem {
  readonly to: string;
  readonly title: string;
  readonly icon?: string;
  readonly verbs?: readonly Verb[];
  /** What waits at this station, in families; undefined where there is nothing to wait for yet. */
  readonly waiting?: (counts: RoadCounts) => number | undefined;
}

export interface NavGroup {
  readonly title: string | null;
  readonly road?: boolean;
  readonly items: readonly NavItem[];
}

export const navigation: readonly NavGroup[] = [
  { title: null, items: [{ to: '/', title: 'nav.home', icon: 'house' }] },
  {
    title: 'nav.road',
    road: true,
    items: [
      { to: '/data', title: 'nav.rosters', verbs: ['roster.import', 'roster.commit'], waiting: (row) => row.total },
      { to: '/penugasan', title: 'nav.assignment', verbs: ['case.assign'], waiting: (row) => row.total - row.assigned },
      { to: '/keluarga', title: 'nav.cases', verbs: ['case.read'], waiting: (row) => row.total - row.visited },
      { to: '/tinjauan', title: 'nav.review', verbs: ['visit.review'], waiting: (row) => row.waiting },
      { to: '/musyawarah', title: 'nav.deliberations', verbs: ['progress.read'] },
      { to: '/sk', title: 'decree.nav', verbs: ['progress.read'], waiting: (row) => row.decreed?.families },
      { to: '/program', title: 'programme.nav', verbs: ['programme.read'], waiting: (row) => row.decreed?.unasked },
      { to: '/pembagian', title: 'sharing.nav', verbs: ['intervention.manage'] },
      {
        to: '/intervensi',
        title: 'intervention.nav',
        verbs: ['intervention.work', 'intervention.manage'],
        waiting: (row) => row.decreed?.underWay,
      },
      { to: '/graduasi', title: 'graduation.nav', verbs: ['case.read'], waiting: (row) => row.decreed?.graduated },
      { to: '/menuju-nol', title: 'zero.nav', verbs: ['progress.read'] },
    ],
  },
  {
    title: 'nav.round',
    items: [
      { to: '/putaran', title: 'nav.rounds', icon: 'calendar', verbs: ['round.manage'] },
      { to: '/formulir', title: 'nav.forms', icon: 'list', verbs: ['form.manage'] },
    ],
  },
  {
    title: 'nav.oversight',
    items: [
      { to: '/laporan', title: 'fileReport.nav', icon: 'file-spreadsheet', verbs: ['progress.read'] },
      { to: '/usulan', title: 'nav.nominations', icon: 'plus', verbs: ['visit.review'] },
      { to: '/usul-warga', title: 'petition.nav', icon: 'users', verbs: ['petition.read'] },
      { to: '/konflik', title: 'nav.conflicts', icon: 'triangle-alert', verbs: ['visit.review'] },
      { to: '/impor-luring', title: 'nav.fieldImport', icon: 'hard-drive', verbs: ['export.import'] },
      { to: '/buku-besar', title: 'nav.ledger', icon: 'link', verbs: ['ledger.read'] },
      { to: '/pengguna', title: 'nav.users', icon: 'users', verbs: ['user.manage'] },
    ],
  },
];

/** The groups a person sees: only what he may do, and no heading without anything under it. */
export function visibleTo(may: (verb: Verb) => boolean): readonly NavGroup[] {
  return navigation
    .map((group) => ({ ...group, items: group.items.filter((item) => item.verbs === undefined || item.verbs.some(may)) }))
    .filter((group) => group.items.length > 0);
}
