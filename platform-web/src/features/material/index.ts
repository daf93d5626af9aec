import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/materials',
    name: 'materials',
    component: () => import('./pages/MaterialsPage.vue'),
    meta: { title: 'material.title' },
  },
  {
    path: '/materials/:code',
    name: 'material',
    component: () => import('./pages/MaterialPage.vue'),
    props: true,
    meta: { title: 'material.one' },
  },
]
