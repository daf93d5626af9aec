import type { RouteRecordRaw } from 'vue-router'

export { default as RecordSummary } from './components/RecordSummary.vue'

export const routes: RouteRecordRaw[] = [
  {
    path: '/organisations/:id/record',
    name: 'organisation-record',
    component: () => import('./pages/RecordPage.vue'),
    props: true,
    meta: { title: 'counterparty.record', access: 'SIGNED_IN' },
  },
]
