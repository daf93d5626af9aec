import type { RouteRecordRaw } from 'vue-router'

export { default as MarketToday } from './components/MarketToday.vue'
export { default as SoldSimilar } from './components/SoldSimilar.vue'
export { default as ValuationHint } from './components/ValuationHint.vue'

export const routes: RouteRecordRaw[] = [
  {
    path: '/statistics',
    name: 'statistics',
    component: () => import('./pages/StatisticsPage.vue'),
    meta: { title: 'statistics.title' },
  },
]
