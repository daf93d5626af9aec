import type { RouteRecordRaw } from 'vue-router'

export { default as LotDetails } from './components/LotDetails.vue'
export { default as OwnOffers } from './components/OwnOffers.vue'
export { default as StockPositions } from './components/StockPositions.vue'
export { default as StockPanel } from './components/StockPanel.vue'

export const routes: RouteRecordRaw[] = [
  {
    path: '/exchange/:tab(lots|demands)?',
    name: 'exchange',
    component: () => import('./pages/ExchangePage.vue'),
    // Without a tab in the address it is empty, and not absent.
    props: ({ params }) => ({ tab: params['tab'] || 'lots' }),
    meta: { title: 'exchange.title' },
  },
  {
    path: '/saved-offer-searches',
    name: 'saved-offer-searches',
    component: () => import('./pages/SavedOfferSearchesPage.vue'),
    meta: { title: 'exchange.savedSearches', access: 'SIGNED_IN' },
  },
  {
    path: '/lots/new',
    name: 'offer-lot',
    component: () => import('./pages/EditLotPage.vue'),
    meta: { title: 'exchange.offerLot', access: 'SIGNED_IN' },
  },
  {
    path: '/lots/import',
    name: 'import-lots',
    component: () => import('./pages/ImportLotsPage.vue'),
    meta: { title: 'exchange.lotFiles', access: 'SIGNED_IN' },
  },
  {
    path: '/lots/:id/edit',
    name: 'edit-lot',
    component: () => import('./pages/EditLotPage.vue'),
    props: true,
    meta: { title: 'exchange.editLot', access: 'SIGNED_IN' },
  },
  {
    path: '/demands/new',
    name: 'post-demand',
    component: () => import('./pages/EditDemandPage.vue'),
    meta: { title: 'exchange.postDemand', access: 'SIGNED_IN' },
  },
  {
    path: '/demands/:id',
    name: 'demand',
    component: () => import('./pages/DemandPage.vue'),
    props: true,
    meta: { title: 'exchange.demand' },
  },
  {
    path: '/demands/:id/edit',
    name: 'edit-demand',
    component: () => import('./pages/EditDemandPage.vue'),
    props: true,
    meta: { title: 'exchange.editDemand', access: 'SIGNED_IN' },
  },
]
