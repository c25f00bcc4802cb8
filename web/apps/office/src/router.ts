import type { Verb } from '@tuntas/contract';
import { type RouteRecordRaw, type Router, createRouter, createWebHistory } from 'vue-router';
import { may, session } from './session.ts';

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's title. */
    readonly title: string;
    /** Any one of these opens the page; none named means every signed-in person. */
    readonly verbs?: readonly Verb[];
    readonly public?: boolean;
    /** Screens worked in for hours give the rail's width to the case. */
    readonly slim?: boolean;
    /** A wall that a hall looks at: the page alone, without the shell. */
    readonly bare?: boolean;
  }
}

export const routes: readonly RouteRecordRaw[] = [
  { path: '/masuk', component: () => import('./pages/SignInPage.vue'), meta: { title: 'signIn.title', public: true } },
  { path: '/mulai/:token', component: () => import('./pages/SetUpPage.vue'), props: true, meta: { title: 'setUp.title', public: true } },
  {
    path: '/periksa/:code?',
    component: () => import('./pages/PaperCheckPage.vue'),
    props: true,
    meta: { title: 'paperCheck.title', public: true },
  },
  { path: '/usul', component: () => import('./pages/PetitionPage.vue'), meta: { title: 'citizen.title', public: true } },
  { path: '/terbuka', component: () => import('./pages/OpenFiguresPage.vue'), meta: { title: 'open.title', public: true } },
  { path: '/', component: () => import('./pages/HomePage.vue'), meta: { title: 'nav.home' } },
  {
    path: '/data',
    component: () => import('./pages/RosterListPage.vue'),
    meta: { title: 'nav.rosters', verbs: ['roster.import', 'roster.commit'] },
  },
  {
    path: '/data/:id',
    component: () => import('./pages/RosterShowPage.vue'),
    props: true,
    meta: { title: 'nav.rosters', verbs: ['roster.import', 'roster.commit'] },
  },
  { path: '/putaran', component: () => import('./pages/RoundsPage.vue'), meta: { title: 'nav.rounds', verbs: ['round.manage'] } },
  { path: '/formulir', component: () => import('./pages/FormsPage.vue'), meta: { title: 'nav.forms', verbs: ['form.manage'] } },
  { path: '/penugasan', component: () => import('./pages/AssignmentPage.vue'), meta: { title: 'nav.assignment', verbs: ['case.assign'] } },
  { path: '/keluarga', component: () => import('./pages/CaseListPage.vue'), meta: { title: 'nav.cases', verbs: ['case.read'] } },
  {
    path: '/keluarga/:id',
    component: () => import('./pages/CaseShowPage.vue'),
    props: true,
    meta: { title: 'nav.cases', verbs: ['case.read'] },
  },
  {
    path: '/tinjauan/:visitId?',
    component: () => import('./pages/ReviewPage.vue'),
    props: true,
    meta: { title: 'nav.review', verbs: ['visit.review'], slim: true },
  },
  {
    path: '/program',
    component: () => import('./pages/ProgrammesPage.vue'),
    meta: { title: 'programme.nav', verbs: ['programme.read'] },
  },
  {
    path: '/program/:id',
    component: () => import('./pages/ProgrammeShowPage.vue'),
    props: true,
    meta: { title: 'programme.nav', verbs: ['programme.read'] },
  },
  {
    path: '/intervensi',
    component: () => import('./pages/InterventionsPage.vue'),
    meta: { title: 'intervention.nav', verbs: ['intervention.work', 'intervention.manage'] },
  },
  {
    path: '/pembagian',
    component: () => import('./pages/SharingPage.vue'),
    meta: { title: 'sharing.nav', verbs: ['intervention.manage'] },
  },
  { path: '/menuju-nol', component: () => import('./pages/ZeroPage.vue'), meta: { title: 'zero.nav', verbs: ['progress.read'] } },
  {
    path: '/musyawarah',
    component: () => import('./pages/DeliberationsPage.vue'),
    meta: { title: 'nav.deliberations', verbs: ['progress.read'] },
  },
  {
    path: '/musyawarah/:id',
    component: () => import('./pages/MeetingPage.vue'),
    props: true,
    meta: { title: 'nav.deliberations', verbs: ['case.read'] },
  },
  {
    path: '/musyawarah/:id/layar',
    component: () => import('./pages/HallPage.vue'),
    props: true,
    meta: { title: 'nav.deliberations', verbs: ['case.read'], bare: true },
  },
  { path: '/sk', component: () => import('./pages/DecreePage.vue'), meta: { title: 'decree.nav', verbs: ['progress.read'] } },
  {
    path: '/graduasi',
    component: () => import('./pages/GraduationPage.vue'),
    meta: { title: 'graduation.nav', verbs: ['case.read'] },
  },
  { path: '/laporan', component: () => import('./pages/ReportsPage.vue'), meta: { title: 'fileReport.nav', verbs: ['progress.read'] } },
  { path: '/usulan', component: () => import('./pages/NominationsPage.vue'), meta: { title: 'nav.nominations', verbs: ['visit.review'] } },
  { path: '/usul-warga', component: () => import('./pages/PetitionsPage.vue'), meta: { title: 'petition.nav', verbs: ['petition.read'] } },
  { path: '/konflik', component: () => import('./pages/ConflictsPage.vue'), meta: { title: 'nav.conflicts', verbs: ['visit.review'] } },
  {
    path: '/impor-luring',
    component: () => import('./pages/FieldImportPage.vue'),
    meta: { title: 'nav.fieldImport', verbs: ['export.import'] },
  },
  { path: '/pengguna', component: () => import('./pages/UsersPage.vue'), meta: { title: 'nav.users', verbs: ['user.manage'] } },
  { path: '/buku-besar', component: () => import('./pages/LedgerPage.vue'), meta: { title: 'nav.ledger', verbs: ['ledger.read'] } },
  { path: '/akun', component: () => import('./pages/AccountPage.vue'), meta: { title: 'nav.account' } },
  { path: '/:rest(.*)*', component: () => import('./pages/MissingPage.vue'), meta: { title: 'missing.title' } },
];

export function createOfficeRouter(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes: [...routes],
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  });
  router.beforeEach((to) => {
    if (!session.app) return false;
    if (to.meta.public) return session.user && to.path === '/masuk' ? '/' : true;
    if (!session.user) return { path: '/masuk', query: to.fullPath === '/' ? {} : { ke: to.fullPath } };
    return true;
  });
  return router;
}

export function mayOpen(verbs: readonly Verb[] | undefined): boolean {
  return verbs === undefined || verbs.some(may);
}

/** Brings the pages of whoever signed in while nobody waits for them, so that a line cut later stops no walk from page to page. */
export function fetchPages(): void {
  const pages = routes
    .filter(({ meta }) => mayOpen(meta?.verbs))
    .flatMap(({ component }) => (typeof component === 'function' ? [component as () => Promise<unknown>] : []));
  setTimeout(() => pages.forEach((page) => void page().catch(() => undefined)), 2000);
}
