import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/problems',
    name: 'problems',
    component: () => import('./pages/ProblemsPage.vue'),
    meta: { title: 'problem.all' },
  },
  {
    path: '/problems/:code',
    name: 'problem',
    component: () => import('./pages/ProblemPage.vue'),
    props: true,
    meta: { title: 'problem.one' },
  },
]
