import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/book-corners',
    name: 'book-corners',
    component: () => import('./pages/CornersPage.vue'),
    meta: { title: 'corner.corners' },
  },
  {
    path: '/book-corners/:id',
    name: 'book-corner',
    component: () => import('./pages/CornerPage.vue'),
    props: true,
    meta: { title: 'corner.corner' },
  },
  {
    path: '/corner',
    name: 'corner-till',
    component: () => import('./pages/TillPage.vue'),
    meta: { title: 'corner.till', access: 'ORGANISATION_MEMBER' },
  },
  {
    path: '/corner/readers',
    name: 'corner-readers',
    component: () => import('./pages/ReadersPage.vue'),
    meta: { title: 'corner.readers', access: 'ORGANISATION_MEMBER' },
  },
  {
    path: '/corner/classes/:id/cards',
    name: 'corner-cards',
    component: () => import('./pages/CardsPage.vue'),
    props: true,
    meta: { title: 'corner.printCards', access: 'ORGANISATION_MEMBER' },
  },
  {
    path: '/corner/books',
    name: 'corner-books',
    component: () => import('./pages/BooksPage.vue'),
    meta: { title: 'corner.books', access: 'ORGANISATION_MEMBER' },
  },
  {
    path: '/corner/terms',
    name: 'corner-terms',
    component: () => import('./pages/TermsPage.vue'),
    meta: { title: 'corner.terms', access: 'ORGANISATION_MEMBER' },
  },
]
