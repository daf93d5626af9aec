import type { RouteRecordRaw } from 'vue-router'

export { default as AskSeller } from './components/AskSeller.vue'
export { default as MakeOffer } from './components/MakeOffer.vue'
export { default as MuteAppeals } from './components/MuteAppeals.vue'
export { default as UnreadBadge } from './components/UnreadBadge.vue'
export { default as WaitingReports } from './components/WaitingReports.vue'
export { useUnreadCounts } from './queries'

export const routes: RouteRecordRaw[] = [
  {
    path: '/messages',
    name: 'messages',
    component: () => import('./pages/MessagesPage.vue'),
    meta: { title: 'messaging.title', access: 'SIGNED_IN' },
  },
  {
    path: '/messages/:id',
    name: 'conversation',
    component: () => import('./pages/ConversationPage.vue'),
    props: true,
    meta: { title: 'messaging.conversation', access: 'SIGNED_IN' },
  },
  {
    path: '/notifications',
    name: 'notifications',
    component: () => import('./pages/NotificationsPage.vue'),
    meta: { title: 'messaging.notifications', access: 'SIGNED_IN' },
  },
  {
    path: '/notifications/choices',
    name: 'notification-choices',
    component: () => import('./pages/ChoicesPage.vue'),
    meta: { title: 'messaging.choices', access: 'SIGNED_IN' },
  },
]
