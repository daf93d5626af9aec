import type { RouteRecordRaw } from 'vue-router'

export { default as DeskNav } from './components/DeskNav.vue'
export { default as TradeHistory } from './components/TradeHistory.vue'
export { default as TradePostings } from './components/TradePostings.vue'
export { useInspection, useTrades } from './queries'
export { QUESTIONS } from './questions'

export const routes: RouteRecordRaw[] = [
  {
    path: '/oversight',
    name: 'oversight',
    component: () => import('./pages/TradesPage.vue'),
    meta: { title: 'oversight.desk', access: 'REGULATOR' },
  },
  {
    path: '/oversight/city-plan',
    name: 'city-plan',
    component: () => import('./pages/CityPlanPage.vue'),
    meta: { title: 'oversight.cityPlan', access: 'REGULATOR' },
  },
  {
    path: '/oversight/city-plan/indicators/:no(\\d+)',
    name: 'plan-events',
    component: () => import('./pages/PlanEventsPage.vue'),
    props: true,
    meta: { title: 'oversight.cityPlan', access: 'REGULATOR' },
  },
  {
    path: '/oversight/questions',
    name: 'questions',
    component: () => import('./pages/QuestionsPage.vue'),
    meta: { title: 'audit.title', access: 'REGULATOR' },
  },
  {
    path: '/oversight/questions/:no(\\d+)',
    name: 'question-findings',
    component: () => import('./pages/FindingsPage.vue'),
    props: true,
    meta: { title: 'audit.title', access: 'REGULATOR' },
  },
  {
    path: '/oversight/looks',
    name: 'looks',
    component: () => import('./pages/LooksPage.vue'),
    meta: { title: 'purpose.looks', access: ['REGULATOR', 'ADMINISTRATOR'] },
  },
]
