import { createRouter, createWebHistory, type Router, type RouteRecordRaw } from 'vue-router'
import { routes as appraisal } from '@/features/appraisal'
import { routes as auction } from '@/features/auction'
import { routes as clearing } from '@/features/clearing'
import { routes as connection } from '@/features/connection'
import { routes as consignment } from '@/features/consignment'
import { routes as corner } from '@/features/corner'
import { routes as counterparty } from '@/features/counterparty'
import { routes as credit } from '@/features/credit'
import { routes as custody } from '@/features/custody'
import { routes as identity } from '@/features/identity'
import { routes as interest } from '@/features/interest'
import { routes as invoicing } from '@/features/invoicing'
import { routes as listing } from '@/features/listing'
import { routes as marketday } from '@/features/marketday'
import { routes as material } from '@/features/material'
import { routes as messaging } from '@/features/messaging'
import { routes as order } from '@/features/order'
import { routes as organisation } from '@/features/organisation'
import { routes as oversight } from '@/features/oversight'
import { routes as pricing } from '@/features/pricing'
import { routes as privacy } from '@/features/privacy'
import { routes as problem } from '@/features/problem'
import { routes as regulation } from '@/features/regulation'
import { routes as tender } from '@/features/tender'
import { routes as exchange } from '@/features/exchange'
import { routes as fulfilment } from '@/features/fulfilment'
import { routes as gift } from '@/features/gift'
import { routes as rental } from '@/features/rental'
import { routes as shipping } from '@/features/shipping'
import { routes as statistics } from '@/features/statistics'
import { routes as swap } from '@/features/swap'
import { routes as trace } from '@/features/trace'
import { routes as wanted } from '@/features/wanted'
import { useSession } from '@/shared/session/session'
import '@/shared/session/access'

/** Pages that join several features. */
const own: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: () => import('./pages/HomePage.vue'), meta: { title: 'home.title' } },
  {
    path: '/search',
    name: 'search',
    component: () => import('./pages/SearchPage.vue'),
    meta: { title: 'search.title' },
  },
  {
    path: '/listings/:id',
    name: 'listing',
    component: () => import('./pages/ListingPage.vue'),
    props: true,
    meta: { title: 'listing.title' },
  },
  {
    path: '/deals/:id',
    name: 'deal',
    component: () => import('./pages/DealPage.vue'),
    props: true,
    meta: { title: 'deal.title', access: 'SIGNED_IN' },
  },
  {
    path: '/lots/:id',
    name: 'lot',
    component: () => import('./pages/LotPage.vue'),
    props: true,
    meta: { title: 'exchange.lot' },
  },
  {
    path: '/trade-desk/:tab(stock|lots|demands|proposals|deals|auctions|tenders|quotes|finance|figures)?',
    name: 'trade-desk',
    component: () => import('./pages/TradeDeskPage.vue'),
    // Without a tab in the address it is empty, and not absent.
    props: ({ params }) => ({ tab: params['tab'] || 'stock' }),
    meta: { title: 'exchange.desk', access: 'SIGNED_IN' },
  },
  {
    path: '/counter/appraisals',
    name: 'counter-appraisals',
    component: () => import('./pages/AppraisalDeskPage.vue'),
    meta: { title: 'appraisal.desk', access: 'POINT_OPERATOR' },
  },
  {
    path: '/swap-board',
    name: 'swap-board',
    component: () => import('./pages/SwapBoardPage.vue'),
    meta: { title: 'swap.board' },
  },
  {
    path: '/people/:id',
    name: 'person',
    component: () => import('./pages/PersonPage.vue'),
    props: true,
    meta: { title: 'person.title' },
  },
  {
    path: '/my/:tab(listings|orders|rentals|swaps|gifts|balance)?',
    name: 'my',
    component: () => import('./pages/MyPage.vue'),
    props: true,
    meta: { title: 'my.title', access: 'SIGNED_IN' },
  },
  {
    path: '/oversight/trades/:id',
    name: 'trade',
    component: () => import('./pages/TradePage.vue'),
    props: true,
    meta: { title: 'oversight.trade', access: 'REGULATOR' },
  },
  {
    path: '/oversight/invoices',
    name: 'invoice-match',
    component: () => import('./pages/InvoiceMatchPage.vue'),
    meta: { title: 'invoicing.match', access: 'REGULATOR' },
  },
  {
    path: '/oversight/custody',
    name: 'custody-desk',
    component: () => import('./pages/CustodyDeskPage.vue'),
    props: ({ query }) => ({ code: typeof query['code'] === 'string' ? query['code'] : '' }),
    meta: { title: 'custody.desk', access: 'REGULATOR' },
  },
  {
    path: '/oversight/surveillance/:id?',
    name: 'surveillance',
    component: () => import('./pages/SurveillancePage.vue'),
    props: true,
    meta: { title: 'surveillance.title', access: 'REGULATOR' },
  },
  {
    path: '/oversight/trading-rings',
    name: 'trading-rings',
    component: () => import('./pages/TradingRingsPage.vue'),
    meta: { title: 'credit.rings', access: 'REGULATOR' },
  },
  {
    path: '/counter/intake',
    name: 'counter-intake',
    component: () => import('./pages/IntakePage.vue'),
    meta: { title: 'consignment.intake', access: 'POINT_OPERATOR' },
  },
  {
    path: '/moderation',
    name: 'moderation',
    component: () => import('./pages/ModerationDeskPage.vue'),
    meta: { title: 'moderation.desk', access: 'MODERATOR' },
  },
  {
    path: '/about',
    name: 'about',
    component: () => import('./pages/AboutPage.vue'),
    meta: { title: 'about.title' },
  },
  {
    path: '/:anything(.*)*',
    name: 'not-found',
    component: () => import('./pages/NotFoundPage.vue'),
    meta: { title: 'notFound.title' },
  },
]

export function createAppRouter(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes: [
      ...listing,
      ...order,
      ...material,
      ...messaging,
      ...interest,
      ...appraisal,
      ...connection,
      ...consignment,
      ...corner,
      ...credit,
      ...custody,
      ...marketday,
      ...identity,
      ...trace,
      ...statistics,
      ...organisation,
      ...oversight,
      ...regulation,
      ...wanted,
      ...pricing,
      ...privacy,
      ...problem,
      ...rental,
      ...swap,
      ...gift,
      ...exchange,
      ...tender,
      ...fulfilment,
      ...auction,
      ...clearing,
      ...invoicing,
      ...counterparty,
      ...shipping,
      ...own,
    ],
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  })
  router.beforeEach(async ({ meta: { access }, fullPath }) => {
    if (access === undefined) {
      return true
    }
    const session = useSession()
    await session.whenKnown()
    if (!session.isSignedIn) {
      return { name: 'sign-in', query: { next: fullPath } }
    }
    return access === 'SIGNED_IN' || [access].flat().some(session.has) ? true : { name: 'not-found' }
  })
  return router
}
