import { nextTick } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';
import FamilyList from './FamilyList.vue';
import { show, work } from './field.ts';
import { lock, start } from './guard.ts';
import { PRACTICE } from './practice.ts';
import UnlockShow from './UnlockShow.vue';

export const router = createRouter({
  history: createWebHistory('/lapangan/'),
  scrollBehavior: (to, _, saved) => saved ?? (to.hash ? { el: to.hash } : { top: 0 }),
  routes: [
    { path: '/', name: 'families', component: FamilyList },
    { path: '/keluarga/:id', name: 'family', component: () => import('./FamilyShow.vue'), props: true },
    { path: '/keluarga/:id/kunjungan', name: 'visit', component: () => import('./VisitEdit.vue'), props: true },
    { path: '/peta', name: 'map', component: () => import('./MapShow.vue') },
    { path: '/kirim', name: 'outbox', component: () => import('./OutboxList.vue') },
    { path: '/saya', name: 'me', component: () => import('./MeShow.vue') },
    { path: '/saya/pin', name: 'pin', component: () => import('./PinEdit.vue') },
    {
      path: '/latihan',
      name: 'practice',
      component: () => import('./PracticeShow.vue'),
      props: (to) => ({ done: to.query['selesai'] === '1' }),
    },
    { path: '/latihan/kunjungan', name: 'practice-visit', component: () => import('./VisitEdit.vue'), props: { id: PRACTICE } },
    { path: '/usulan', name: 'proposals', component: () => import('./ProposalList.vue') },
    { path: '/usulan/baru', name: 'propose', component: () => import('./ProposalEdit.vue') },
    { path: '/bantuan', name: 'deliveries', component: () => import('./DeliveryList.vue') },
    { path: '/masuk', name: 'sign-in', component: () => import('./SignIn.vue') },
    { path: '/buka', name: 'unlock', component: UnlockShow },
    { path: '/:rest(.*)', redirect: '/' },
  ],
});

router.beforeEach(async (to) => {
  if (to.name === 'sign-in') return true;
  if (lock.value === 'unknown') await start();
  // What the phone holds is drawn at once, not an empty list first.
  if (work.value === null) await show();
  const onward = to.path === '/' ? {} : { lanjut: to.fullPath };
  switch (lock.value) {
    case 'open':
      return to.name === 'unlock' ? { name: 'families' } : true;
    case 'unguarded':
      return to.name === 'pin' ? true : { name: 'pin', query: onward };
    case 'locked':
      return to.name === 'unlock' ? true : { name: 'unlock', query: onward };
    default:
      return { name: 'sign-in', query: onward };
  }
});

/** Who cannot see the screen change hears the new one's heading, unless the screen itself has put the keyboard somewhere. */
router.afterEach(async (to, from) => {
  if (from.matched.length === 0 || to.path === from.path) return;
  await nextTick();
  const heading = document.querySelector<HTMLElement>('main h1');
  if (!heading || document.querySelector('main')?.contains(document.activeElement)) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
});
