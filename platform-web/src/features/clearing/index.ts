import type { RouteRecordRaw } from 'vue-router'

export { default as DealMoney } from './components/DealMoney.vue'
export { default as OwnBills } from './components/OwnBills.vue'

export const routes: RouteRecordRaw[] = [
  {
    path: '/deal-payments/:id',
    name: 'deal-payment',
    component: () => import('./pages/DealPaymentPage.vue'),
    props: true,
    meta: { title: 'clearing.payment', access: 'SIGNED_IN' },
  },
]
