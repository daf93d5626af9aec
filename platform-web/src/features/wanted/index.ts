import type { RouteRecordRaw } from 'vue-router'

export { default as DemandHint } from './components/DemandHint.vue'
export { default as WantedFor } from './components/WantedFor.vue'
export { default as WantedReview } from './components/WantedReview.vue'

export const routes: RouteRecordRaw[] = [
  {
    path: '/wanted',
    name: 'wanted',
    component: () => import('./pages/WantedPage.vue'),
    meta: { title: 'wanted.title' },
  },
  {
    path: '/wanted/new',
    name: 'post-wish',
    component: () => import('./pages/WishPage.vue'),
    meta: { title: 'wanted.post', access: 'RESIDENT' },
  },
  {
    path: '/wanted/:id',
    name: 'wanted-post',
    component: () => import('./pages/WantedPostPage.vue'),
    props: true,
    meta: { title: 'wanted.title' },
  },
  {
    path: '/wanted/:id/edit',
    name: 'edit-wish',
    component: () => import('./pages/WishPage.vue'),
    props: true,
    meta: { title: 'wanted.edit', access: 'RESIDENT' },
  },
  {
    path: '/my-wanted',
    name: 'my-wanted',
    component: () => import('./pages/MyWantedPage.vue'),
    meta: { title: 'wanted.mine', access: 'SIGNED_IN' },
  },
]
