import type { RouteRecordRaw } from 'vue-router'

export { default as BatchesOfAll } from './components/BatchesOfAll.vue'
export { default as DealInvoices } from './components/DealInvoices.vue'
export { default as OwnInvoices } from './components/OwnInvoices.vue'

export const routes: RouteRecordRaw[] = [
  {
    path: '/reverse-invoicing',
    name: 'reverse-invoicing',
    component: () => import('./pages/ReverseInvoicingPage.vue'),
    meta: { title: 'invoicing.reverse', access: 'SIGNED_IN' },
  },
  {
    path: '/invoice-batches',
    name: 'invoice-batches',
    component: () => import('./pages/BatchesPage.vue'),
    meta: { title: 'invoicing.batches', access: 'SIGNED_IN' },
  },
]
