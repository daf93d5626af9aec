import type { RouteRecordRaw } from 'vue-router'

export { default as AuctionDraft } from './components/AuctionDraft.vue'
export { default as AuctionOfLot } from './components/AuctionOfLot.vue'
export { default as OwnAuctions } from './components/OwnAuctions.vue'

export const routes: RouteRecordRaw[] = [
  {
    path: '/auctions',
    name: 'auctions',
    component: () => import('./pages/AuctionsPage.vue'),
    meta: { title: 'auction.list' },
  },
  {
    path: '/auctions/:id',
    name: 'auction',
    component: () => import('./pages/RoomPage.vue'),
    props: true,
    meta: { title: 'auction.room' },
  },
  {
    path: '/auction-deposits/:id',
    name: 'auction-deposit',
    component: () => import('./pages/DepositPage.vue'),
    props: true,
    meta: { title: 'auction.deposit', access: 'SIGNED_IN' },
  },
]
