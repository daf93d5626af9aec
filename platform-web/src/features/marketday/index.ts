import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/market-days',
    name: 'market-days',
    component: () => import('./pages/MarketDaysPage.vue'),
    meta: { title: 'marketday.days' },
  },
  {
    path: '/market-days/:id',
    name: 'market-day',
    component: () => import('./pages/MarketDayPage.vue'),
    props: true,
    meta: { title: 'marketday.day' },
  },
  {
    path: '/market-stalls/:id',
    name: 'market-stall',
    component: () => import('./pages/StallPage.vue'),
    props: true,
    meta: { title: 'marketday.myStall', access: 'RESIDENT' },
  },
  {
    path: '/market-desk',
    name: 'market-desk',
    component: () => import('./pages/DeskPage.vue'),
    meta: { title: 'marketday.desk', access: 'SIGNED_IN' },
  },
  {
    path: '/market-desk/:id',
    name: 'market-desk-day',
    component: () => import('./pages/DeskDayPage.vue'),
    props: true,
    meta: { title: 'marketday.desk', access: 'SIGNED_IN' },
  },
]
