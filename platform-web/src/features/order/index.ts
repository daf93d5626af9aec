import type { RouteRecordRaw } from 'vue-router'

export { default as BuyButton } from './components/BuyButton.vue'
export { default as MyOrders } from './components/MyOrders.vue'
export { default as PersonFacts } from './components/PersonFacts.vue'
export { default as ReviewList } from './components/ReviewList.vue'
export { default as SellerRating } from './components/SellerRating.vue'
export { useProfile } from './reviews'

export const routes: RouteRecordRaw[] = [
  {
    path: '/orders/:id',
    name: 'order',
    component: () => import('./pages/OrderPage.vue'),
    props: true,
    meta: { title: 'order.title', access: 'SIGNED_IN' },
  },
]
