import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/organisations/:id/connections',
    name: 'organisation-connections',
    component: () => import('./pages/ConnectionsPage.vue'),
    props: true,
    meta: { title: 'connection.title', access: 'SIGNED_IN' },
  },
]
