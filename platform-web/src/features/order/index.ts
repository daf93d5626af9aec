import type { RouteRecordRaw } from 'vue-router'

export { isSold, thingsIn, THINGS_MAX } from './bundles'
export { default as BundleBar } from './components/bundle/BundleBar.vue'
export { default as BundleOffer } from './components/bundle/BundleOffer.vue'
export { default as BundlePick } from './components/bundle/BundlePick.vue'
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
  {
    path: '/people/:id/bundle',
    name: 'bundle-checkout',
    component: () => import('./pages/BundleCheckoutPage.vue'),
    props: true,
    meta: { title: 'bundle.title' },
  },
  {
    path: '/bundles/:id',
    name: 'bundle',
    component: () => import('./pages/BundlePage.vue'),
    props: true,
    meta: { title: 'bundle.title', access: 'SIGNED_IN' },
  },
  {
    path: '/bundle-discount',
    name: 'bundle-discount',
    component: () => import('./pages/BundleDiscountPage.vue'),
    meta: { title: 'bundle.setting', access: 'SIGNED_IN' },
  },
  {
    path: '/orders/:id/label',
    name: 'label',
    component: () => import('./pages/LabelPage.vue'),
    props: true,
    meta: { title: 'order.label.title', access: 'SIGNED_IN' },
  },
  {
    path: '/orders/:id/dispute',
    name: 'open-dispute',
    component: () => import('./pages/OpenDisputePage.vue'),
    props: true,
    meta: { title: 'dispute.open', access: 'SIGNED_IN' },
  },
  {
    path: '/disputes/:id',
    name: 'dispute',
    component: () => import('./pages/DisputePage.vue'),
    props: true,
    meta: { title: 'dispute.title', access: 'SIGNED_IN' },
  },
  {
    path: '/dispute-cases/:id?',
    name: 'dispute-cases',
    component: () => import('./pages/DisputeCasesPage.vue'),
    props: true,
    meta: { title: 'dispute.cases', access: 'ADMINISTRATOR' },
  },
]
