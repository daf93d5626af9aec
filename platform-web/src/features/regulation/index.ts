import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/rules',
    name: 'rules',
    component: () => import('./pages/RulesPage.vue'),
    meta: { title: 'rules.title' },
  },
  {
    path: '/wipe-desk',
    name: 'wipe-desk',
    component: () => import('./pages/WipeDeskPage.vue'),
    meta: { title: 'wipeDesk.title', access: 'POINT_OPERATOR' },
  },
]
