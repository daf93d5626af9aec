import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/organisations',
    name: 'organisations',
    component: () => import('./pages/OrganisationsPage.vue'),
    meta: { title: 'organisation.mine', access: 'SIGNED_IN' },
  },
  {
    path: '/organisations/new',
    name: 'found-organisation',
    component: () => import('./pages/FoundPage.vue'),
    meta: { title: 'organisation.found', access: 'SIGNED_IN' },
  },
  {
    path: '/organisations/:id',
    name: 'organisation',
    component: () => import('./pages/OrganisationPage.vue'),
    props: true,
    meta: { title: 'organisation.one', access: 'SIGNED_IN' },
  },
  {
    path: '/licence-desk',
    name: 'licence-desk',
    component: () => import('./pages/LicenceDeskPage.vue'),
    meta: { title: 'organisation.desk', access: 'ADMINISTRATOR' },
  },
]
