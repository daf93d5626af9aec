import type { RouteRecordRaw } from 'vue-router'

export { default as MyRentals } from './components/MyRentals.vue'
export { default as RentPanel } from './components/RentPanel.vue'

export const routes: RouteRecordRaw[] = [
  {
    path: '/rentals/:id',
    name: 'rental',
    component: () => import('./pages/RentalPage.vue'),
    props: true,
    meta: { title: 'rental.title', access: 'SIGNED_IN' },
  },
  {
    path: '/contested-rentals',
    name: 'contested-rentals',
    component: () => import('./pages/ContestedRentalsPage.vue'),
    meta: { title: 'rental.contested.title', access: 'ADMINISTRATOR' },
  },
]
