import type { RouteRecordRaw } from 'vue-router'

export { default as CreditAppeals } from './components/CreditAppeals.vue'
export { default as CreditLevel } from './components/CreditLevel.vue'
export { default as TradingRings } from './components/TradingRings.vue'

export const routes: RouteRecordRaw[] = [
  {
    path: '/account/credit',
    name: 'credit',
    component: () => import('./pages/CreditPage.vue'),
    meta: { title: 'credit.title', access: 'SIGNED_IN' },
  },
]
