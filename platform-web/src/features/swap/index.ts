import type { RouteRecordRaw } from 'vue-router'

export { default as MySwaps } from './components/MySwaps.vue'
export { default as SwapPanel } from './components/SwapPanel.vue'
export { default as SwapSuggestions } from './components/SwapSuggestions.vue'

export const routes: RouteRecordRaw[] = [
  {
    path: '/swaps/:id',
    name: 'swap',
    component: () => import('./pages/SwapPage.vue'),
    props: true,
    meta: { title: 'swap.title', access: 'SIGNED_IN' },
  },
]
