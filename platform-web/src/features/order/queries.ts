import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'
import { isLive } from '@/shared/live/live'
import { pollAfterMs } from './polling'

export type Order = Schemas['OrderResponse']
export type OrderState = Order['state']
export type Side = Order['side']

/** Asks again by itself while somebody else, or the payment provider, has the next move. */
export function useOrder(id: Ref<string>) {
  return useQuery({
    queryKey: ['orders', id],
    queryFn: () => answerOf(api.GET('/api/v1/orders/{id}', { params: { path: { id: id.value } } })),
    refetchInterval: ({ state }) =>
      state.data === undefined ? false : pollAfterMs(state.data, state.dataUpdateCount, isLive.value),
    staleTime: 0,
  })
}

export function useMyOrders(side: Ref<Side>) {
  return useInfiniteQuery({
    queryKey: ['my', 'orders', side],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/my/orders', {
          params: { query: { side: side.value, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

/**
 * @param pieces how many of a stock; null for a unique thing
 * @param addressId where it is sent; null where the goods change hands in person
 */
export function placeOrder(
  listingId: string,
  pieces: number | null,
  addressId: string | null,
  key: string,
): Promise<Order> {
  return answerOf(
    api.POST('/api/v1/orders', {
      params: { header: { 'Idempotency-Key': key } },
      body: {
        listingId,
        ...(pieces === null ? {} : { pieces }),
        ...(addressId === null ? {} : { addressId }),
      },
    }),
  )
}

/** What pieces of a listing cost when they are sent to a province in one parcel, all in. */
export function useDeliveryQuote(
  listingId: Ref<string>,
  pieces: Ref<number>,
  province: Ref<string | undefined>,
) {
  return useQuery({
    queryKey: ['delivery-quote', listingId, province, pieces],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/listings/{id}/delivery-quote', {
          params: {
            path: { id: listingId.value },
            query: { province: province.value ?? '', pieces: pieces.value },
          },
        }),
      ),
    enabled: computed(() => province.value !== undefined),
    placeholderData: keepPreviousData,
  })
}

/** What the seller prints; there is none before the carrier has given a waybill and once it has the parcel. */
export function useLabel(id: Ref<string>) {
  return useQuery({
    queryKey: ['labels', id],
    queryFn: () => answerOf(api.GET('/api/v1/orders/{id}/label', { params: { path: { id: id.value } } })),
    staleTime: 0,
    gcTime: 0,
  })
}

/** A move of one of the two sides. */
export type Move =
  | { kind: 'retry-payment' | 'confirm-receipt' | 'claim-handover' | 'confirm-transfer' }
  | { kind: 'hand-over'; pickupCode: string }
  | { kind: 'cancel' | 'object'; reason: string }
  | { kind: 'ask-for-label'; fromAddressId: string }

export function useMove(id: Ref<string>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (move: Move) => answerOf(send(id.value, move)),
    onSuccess: async (order) => {
      queries.setQueryData(['orders', id], order)
      await queries.invalidateQueries({ queryKey: ['my'] })
    },
  })
}

function send(id: string, move: Move) {
  const params = { path: { id } }
  switch (move.kind) {
    case 'retry-payment':
      return api.POST('/api/v1/orders/{id}/payment', { params })
    case 'confirm-transfer':
      return api.POST('/api/v1/orders/{id}/transfer-confirmation', { params })
    case 'confirm-receipt':
      return api.POST('/api/v1/orders/{id}/receipt-confirmation', { params })
    case 'claim-handover':
      return api.POST('/api/v1/orders/{id}/handover', { params, body: {} })
    case 'hand-over':
      return api.POST('/api/v1/orders/{id}/handover', { params, body: { pickupCode: move.pickupCode } })
    case 'cancel':
      return api.POST('/api/v1/orders/{id}/cancellation', { params, body: { reason: move.reason } })
    case 'ask-for-label':
      return api.POST('/api/v1/orders/{id}/label', { params, body: { fromAddressId: move.fromAddressId } })
    case 'object':
      return api.POST('/api/v1/orders/{id}/handover-objection', { params, body: { reason: move.reason } })
  }
}
