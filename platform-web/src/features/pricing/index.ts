import type { RouteRecordRaw } from 'vue-router'

export { default as PriceComparison } from './components/PriceComparison.vue'
export { default as ReferenceChart } from './components/ReferenceChart.vue'
export { default as ArithmeticLines } from './components/ArithmeticLines.vue'

export const routes: RouteRecordRaw[] = [
  {
    path: '/reference-prices',
    name: 'reference-prices',
    component: () => import('./pages/PricesPage.vue'),
    meta: { title: 'pricing.prices' },
  },
  {
    path: '/reference-prices/desk',
    name: 'price-desk',
    component: () => import('./pages/PriceDeskPage.vue'),
    meta: { title: 'pricing.desk', access: 'ADMINISTRATOR' },
  },
  {
    path: '/scrap-prices',
    name: 'scrap-prices',
    component: () => import('./pages/ScrapPricesPage.vue'),
    meta: { title: 'scrapPrices.title' },
  },
  {
    path: '/scrap-prices/method',
    name: 'scrap-prices-method',
    component: () => import('./pages/ScrapMethodPage.vue'),
    meta: { title: 'scrapPrices.method' },
  },
  {
    path: '/settlement-calculator',
    name: 'settlement-calculator',
    component: () => import('./pages/CalculatorPage.vue'),
    meta: { title: 'pricing.calculator', access: 'SIGNED_IN' },
  },
]
