import type { RouteRecordRaw } from 'vue-router'

export { default as OwnQuotes } from './components/OwnQuotes.vue'
export { default as OwnTenders } from './components/OwnTenders.vue'

export const routes: RouteRecordRaw[] = [
  {
    path: '/tenders',
    name: 'tenders',
    component: () => import('./pages/TendersPage.vue'),
    meta: { title: 'tender.list' },
  },
  {
    path: '/tenders/new',
    name: 'draft-tender',
    component: () => import('./pages/EditTenderPage.vue'),
    props: ({ query }) => ({ demand: query['demand'] }),
    meta: { title: 'tender.draft', access: 'SIGNED_IN' },
  },
  {
    path: '/tenders/:id',
    name: 'tender',
    component: () => import('./pages/TenderPage.vue'),
    props: true,
    meta: { title: 'tender.one' },
  },
  {
    path: '/tenders/:id/edit',
    name: 'edit-tender',
    component: () => import('./pages/EditTenderPage.vue'),
    props: true,
    meta: { title: 'tender.edit', access: 'SIGNED_IN' },
  },
  {
    path: '/tenders/:id/comparison',
    name: 'tender-comparison',
    component: () => import('./pages/ComparisonPage.vue'),
    props: true,
    meta: { title: 'tender.comparison', access: 'SIGNED_IN' },
  },
]
