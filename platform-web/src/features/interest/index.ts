import type { RouteRecordRaw } from 'vue-router'

export { default as FollowButton } from './components/FollowButton.vue'
export { default as HeartButton } from './components/HeartButton.vue'
export { default as HomeFeed } from './components/HomeFeed.vue'
export { default as SaverCount } from './components/SaverCount.vue'
export { default as SaveSearch } from './components/SaveSearch.vue'
export { default as SeenStrip } from './components/SeenStrip.vue'
export { default as WhyChip } from './components/WhyChip.vue'
export { useRememberSeen } from './queries'

export const routes: RouteRecordRaw[] = [
  {
    path: '/saved',
    name: 'saved',
    component: () => import('./pages/SavedPage.vue'),
    meta: { title: 'interest.saved', access: 'SIGNED_IN' },
  },
  {
    path: '/saved-searches',
    name: 'saved-searches',
    component: () => import('./pages/SavedSearchesPage.vue'),
    meta: { title: 'interest.searches', access: 'SIGNED_IN' },
  },
  {
    path: '/follows',
    name: 'follows',
    component: () => import('./pages/FollowsPage.vue'),
    meta: { title: 'interest.follows', access: 'SIGNED_IN' },
  },
  {
    path: '/search-alerts/off',
    name: 'search-alerts-off',
    component: () => import('./pages/AlertsOffPage.vue'),
    meta: { title: 'interest.off' },
  },
]
