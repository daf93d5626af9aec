import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'
import { isLive } from '@/shared/live/live'
import { pollAfterMs } from './polling'
import type { Order } from './queries'

export type Bundle = Schemas['BundleResponse']
export type BundleQuote = Schemas['BundleQuoteResponse']
export type BundleDiscount = Schemas['BundleDiscountResponse']

/** As many as the server takes at once. */
export const THINGS_MAX = 10
export const THINGS_MIN = 2

/** Which things are chosen, as they stand in an address; nothing stands there twice. */
export function thingsIn(written: unknown): string[] {
  const ids = typeof written === 'string' ? written.split(',').filter((id) => id !== '') : []
  return [...new Set(ids)].slice(0, THINGS_MAX)
}

/** Whether a thing can be bought at all, and not only rented, swapped or fetched. */
export function isSold(card: Pick<Schemas['ListingCard'], 'price' | 'rental' | 'swap'>): boolean {
  return card.price.amount > 0 && (card.rental?.alsoForSale ?? true) && (card.swap?.alsoForSale ?? true)
}

/** How many more things would make the next step of a discount, and what it is; nothing at the last step. */
export function nextStep(
  discount: BundleDiscount,
  count: number,
): { more: number; percent: number } | undefined {
  const now = percentFor(discount, count)
  const steps = [
    { from: 2, percent: discount.fromTwo },
    { from: 3, percent: discount.fromThree },
    { from: 5, percent: discount.fromFive },
  ]
  const next = steps.find(({ from, percent }) => from > count && percent > now)
  return next === undefined ? undefined : { more: next.from - count, percent: next.percent }
}

function percentFor({ fromTwo, fromThree, fromFive }: BundleDiscount, count: number): number {
  if (count >= 5) {
    return fromFive
  }
  return count >= 3 ? fromThree : count >= 2 ? fromTwo : 0
}

/** Orders with those of the same bundle put together; they stand beside each other already. */
export function grouped(orders: readonly Order[]): { bundle: Order['bundle']; orders: Order[] }[] {
  const groups: { bundle: Order['bundle']; orders: Order[] }[] = []
  for (const order of orders) {
    const last = groups.at(-1)
    if (order.bundle !== null && last?.bundle?.id === order.bundle.id) {
      last.orders.push(order)
    } else {
      groups.push({ bundle: order.bundle, orders: [order] })
    }
  }
  return groups
}

/** @param province where it would be sent; undefined where it is handed over in person */
export function useBundleQuote(things: Ref<string[]>, province: Ref<string | undefined>) {
  return useQuery({
    queryKey: ['bundle-quote', things, province],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/bundle-quote', {
          params: {
            query: {
              listing: things.value,
              ...(province.value === undefined ? {} : { province: province.value }),
            },
          },
        }),
      ),
    enabled: computed(() => things.value.length > 0),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

export function placeBundle(listingIds: string[], addressId: string | null, key: string): Promise<Bundle> {
  return answerOf(
    api.POST('/api/v1/bundles', {
      params: { header: { 'Idempotency-Key': key } },
      body: { listingIds, ...(addressId === null ? {} : { addressId }) },
    }),
  )
}

/** Asks again by itself while one of its orders is moved by somebody else. */
export function useBundle(id: Ref<string>) {
  return useQuery({
    queryKey: ['bundles', id],
    queryFn: () => answerOf(api.GET('/api/v1/bundles/{id}', { params: { path: { id: id.value } } })),
    refetchInterval: ({ state }) => {
      const waits = (state.data?.orders ?? [])
        .map((order) => pollAfterMs(order, state.dataUpdateCount, isLive.value))
        .filter((wait) => wait !== false)
      return waits.length === 0 ? false : Math.min(...waits)
    },
    staleTime: 0,
  })
}

/** A move of one of the two sides, with all that can take it. */
export type BundleMove =
  | { kind: 'retry-payment' | 'confirm-receipt' | 'claim-handover' }
  | { kind: 'hand-over'; pickupCode: string }
  | { kind: 'cancel'; reason: string }
  | { kind: 'ask-for-label'; fromAddressId: string }

export function useBundleMove(id: Ref<string>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (move: BundleMove) => answerOf(send(id.value, move)),
    onSuccess: async (bundle) => {
      queries.setQueryData(['bundles', id], bundle)
      await queries.invalidateQueries({ queryKey: ['my'] })
      await queries.invalidateQueries({ queryKey: ['orders'] })
    },
  })
}

function send(id: string, move: BundleMove) {
  const params = { path: { id } }
  switch (move.kind) {
    case 'retry-payment':
      return api.POST('/api/v1/bundles/{id}/payment', { params })
    case 'confirm-receipt':
      return api.POST('/api/v1/bundles/{id}/receipt-confirmation', { params })
    case 'claim-handover':
      return api.POST('/api/v1/bundles/{id}/handover', { params, body: {} })
    case 'hand-over':
      return api.POST('/api/v1/bundles/{id}/handover', { params, body: { pickupCode: move.pickupCode } })
    case 'cancel':
      return api.POST('/api/v1/bundles/{id}/cancellation', { params, body: { reason: move.reason } })
    case 'ask-for-label':
      return api.POST('/api/v1/bundles/{id}/label', { params, body: { fromAddressId: move.fromAddressId } })
  }
}

/** What a seller takes off for who buys several things. */
export function useBundleDiscount(seller: Ref<string | undefined>) {
  return useQuery({
    queryKey: ['bundle-discount', seller],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/accounts/{id}/bundle-discount', { params: { path: { id: seller.value ?? '' } } }),
      ),
    enabled: computed(() => seller.value !== undefined),
  })
}

export function useChooseBundleDiscount() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: BundleDiscount) => answerOf(api.PUT('/api/v1/my/bundle-discount', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['bundle-discount'] }),
  })
}
