import { createRouter, createWebHistory } from 'vue-router';
import { officer, resume } from './office.ts';

export const router = createRouter({
  history: createWebHistory('/lapangan/'),
  routes: [
    { path: '/', name: 'families', component: () => import('./FamilyList.vue') },
    { path: '/keluarga/:id', name: 'family', component: () => import('./FamilyShow.vue'), props: true },
    { path: '/keluarga/:id/kunjungan', name: 'visit', component: () => import('./VisitEdit.vue'), props: true },
    { path: '/kirim', name: 'outbox', component: () => import('./OutboxList.vue') },
    { path: '/saya', name: 'me', component: () => import('./MeShow.vue') },
    { path: '/masuk', name: 'sign-in', component: () => import('./SignIn.vue') },
    { path: '/:rest(.*)', redirect: '/' },
  ],
});

router.beforeEach(async (to) => {
  if (to.name === 'sign-in' || officer.value) return true;
  try {
    await resume();
    return true;
  } catch {
    return { name: 'sign-in', query: to.path === '/' ? {} : { lanjut: to.fullPath } };
  }
});
