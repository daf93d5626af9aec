import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/my/addresses',
    name: 'addresses',
    component: () => import('./pages/AddressBookPage.vue'),
    meta: { title: 'address.book', access: 'SIGNED_IN' },
  },
]
