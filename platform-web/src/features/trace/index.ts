import type { RouteRecordRaw } from 'vue-router'

export { default as TradeProof } from './components/TradeProof.vue'

export const routes: RouteRecordRaw[] = [
  {
    path: '/receipts/:code',
    name: 'receipt',
    component: () => import('./pages/ReceiptPage.vue'),
    props: true,
    meta: { title: 'trace.receipt' },
  },
]
