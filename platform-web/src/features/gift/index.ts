import type { RouteRecordRaw } from 'vue-router'

export { default as GiftPanel } from './components/GiftPanel.vue'
export { default as MyGifts } from './components/MyGifts.vue'

export const routes: RouteRecordRaw[] = [
  {
    path: '/gifts/:id',
    name: 'gift',
    component: () => import('./pages/GiftPage.vue'),
    props: true,
    meta: { title: 'gift.title', access: 'SIGNED_IN' },
  },
  {
    path: '/gifts/:id/draw',
    name: 'gift-draw',
    component: () => import('./pages/DrawPage.vue'),
    props: true,
    meta: { title: 'gift.draw.title' },
  },
]
