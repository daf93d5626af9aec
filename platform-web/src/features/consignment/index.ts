import type { RouteRecordRaw } from 'vue-router'

export { default as CounterNav } from './components/CounterNav.vue'
export { newIntakeItem, takeIn, type IntakeItem } from './intake'

export const routes: RouteRecordRaw[] = [
  {
    path: '/points',
    name: 'points',
    component: () => import('./pages/PointsPage.vue'),
    meta: { title: 'consignment.points' },
  },
  {
    path: '/points/:id',
    name: 'point',
    component: () => import('./pages/PointPage.vue'),
    props: true,
    meta: { title: 'consignment.point' },
  },
  {
    path: '/consignments/:code?',
    name: 'paper',
    component: () => import('./pages/PaperPage.vue'),
    props: ({ params }) => ({ code: params['code'] === '' ? undefined : params['code'] }),
    meta: { title: 'consignment.follow' },
  },
  {
    path: '/my/consignments',
    name: 'my-consignments',
    component: () => import('./pages/MyConsignmentsPage.vue'),
    meta: { title: 'consignment.mine', access: 'SIGNED_IN' },
  },
  {
    path: '/counter',
    name: 'counter',
    component: () => import('./pages/CounterPage.vue'),
    meta: { title: 'consignment.counter', access: 'POINT_OPERATOR' },
  },
  {
    path: '/counter/shelf',
    name: 'counter-shelf',
    component: () => import('./pages/ShelfPage.vue'),
    meta: { title: 'consignment.shelf', access: 'POINT_OPERATOR' },
  },
  {
    path: '/counter/stocktakes',
    name: 'counter-stocktakes',
    component: () => import('./pages/StocktakesPage.vue'),
    meta: { title: 'consignment.stocktakes', access: 'POINT_OPERATOR' },
  },
  {
    path: '/counter/stocktakes/:id',
    name: 'counter-stocktake',
    component: () => import('./pages/StocktakePage.vue'),
    props: true,
    meta: { title: 'consignment.stocktakes', access: 'POINT_OPERATOR' },
  },
  {
    path: '/counter/till',
    name: 'counter-till',
    component: () => import('./pages/TillPage.vue'),
    meta: { title: 'consignment.till', access: 'POINT_OPERATOR' },
  },
  {
    path: '/counter/agreements/:id',
    name: 'counter-agreement',
    component: () => import('./pages/AgreementPage.vue'),
    props: true,
    meta: { title: 'consignment.agreement', access: 'POINT_OPERATOR' },
  },
  {
    path: '/counter/agreements/:id/labels',
    name: 'counter-labels',
    component: () => import('./pages/LabelsPage.vue'),
    props: true,
    meta: { title: 'consignment.labels', access: 'POINT_OPERATOR' },
  },
  {
    path: '/counter/statements/:id',
    name: 'counter-statement',
    component: () => import('./pages/StatementPage.vue'),
    props: true,
    meta: { title: 'consignment.statement', access: 'POINT_OPERATOR' },
  },
]
