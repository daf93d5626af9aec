import type { RouteRecordRaw } from 'vue-router'

export { default as MarketToday } from './components/MarketToday.vue'

export const routes: RouteRecordRaw[] = [
  {
    path: '/statistics',
    name: 'statistics',
    component: () => import('./pages/StatisticsPage.vue'),
    meta: { title: 'statistics.title' },
  },
]
