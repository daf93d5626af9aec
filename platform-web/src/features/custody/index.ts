import type { RouteRecordRaw } from 'vue-router'

export { default as ChainOfCustody } from './components/ChainOfCustody.vue'
export { default as CustodyLink } from './components/CustodyLink.vue'

export const routes: RouteRecordRaw[] = [
  {
    path: '/custody/:tab(parcels|batches)?',
    name: 'custody',
    component: () => import('./pages/CustodyPage.vue'),
    // Without a tab in the address it is empty, and not absent.
    props: ({ params }) => ({ tab: params['tab'] || 'parcels' }),
    meta: { title: 'custody.title', access: 'SIGNED_IN' },
  },
  {
    path: '/custody/:entry(receipt|batch)/new',
    name: 'enter-custody',
    component: () => import('./pages/EnterCustodyPage.vue'),
    props: true,
    meta: { title: 'custody.enter', access: 'SIGNED_IN' },
  },
  {
    path: '/custody/chains/:start(batch|parcel|lot|deal)/:id',
    name: 'custody-chain',
    component: () => import('./pages/ChainPage.vue'),
    props: true,
    meta: { title: 'custody.chain', access: 'SIGNED_IN' },
  },
]
