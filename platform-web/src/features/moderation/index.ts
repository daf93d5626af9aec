import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/moderation',
    name: 'moderation',
    component: () => import('./pages/ModerationPage.vue'),
    meta: { title: 'moderation.desk', access: 'MODERATOR' },
  },
]
