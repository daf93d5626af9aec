import type { RouteRecordRaw } from 'vue-router'

export { default as ListingGrid } from './components/ListingGrid.vue'
export { default as SearchBox } from './components/SearchBox.vue'
export { default as HomeGoods } from './components/HomeGoods.vue'
export { useSimilarListings } from './queries'

export const routes: RouteRecordRaw[] = [
  {
    path: '/search',
    name: 'search',
    component: () => import('./pages/SearchPage.vue'),
    meta: { title: 'search.title' },
  },
]
