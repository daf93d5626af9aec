import type { RouteRecordRaw } from 'vue-router'

export { default as OwnSettledPrices } from './components/OwnSettledPrices.vue'
export { default as PriceCalling } from './components/PriceCalling.vue'
export { default as DeliveryTimeline } from './components/DeliveryTimeline.vue'

export const routes: RouteRecordRaw[] = [
  {
    path: '/weighing',
    name: 'weighing',
    component: () => import('./pages/WeighingPage.vue'),
    meta: { title: 'fulfilment.weighing', access: 'SIGNED_IN' },
  },
  {
    path: '/delivery-desk',
    name: 'delivery-desk',
    component: () => import('./pages/DeliveryDeskPage.vue'),
    meta: { title: 'fulfilment.desk', access: 'ADMINISTRATOR' },
  },
]
