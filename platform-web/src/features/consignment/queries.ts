import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'

export type Agreement = Schemas['AgreementResponse']
export type Item = Schemas['ItemResponse']
type ItemState = Item['state']
export type Statement = Schemas['StatementResponse']
export type CounterSale = Schemas['CounterSaleResponse']

/** Everything that operators see hangs under this key: whatever they do may change any of it. */
const POINT = ['my', 'point']

export function usePoints(district: Ref<string>) {
  return useQuery({
    queryKey: ['points', district],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/points', {
          params: { query: district.value === '' ? {} : { district: district.value } },
        }),
      ),
  })
}

export function usePoint(id: Ref<string>) {
  return useQuery({
    queryKey: ['points', 'one', id],
    queryFn: () => answerOf(api.GET('/api/v1/points/{id}', { params: { path: { id: id.value } } })),
  })
}

/** By the code on the paper; asks nothing while there is none. */
export function usePaper(code: Ref<string | undefined>) {
  return useQuery({
    queryKey: ['paper-codes', code],
    queryFn: () => readPaper(code.value ?? ''),
    enabled: () => code.value !== undefined,
  })
}

export function readPaper(code: string): Promise<Agreement> {
  return answerOf(api.GET('/api/v1/paper-codes/{code}', { params: { path: { code } } }))
}

export function useMyConsignments() {
  return useInfiniteQuery({
    queryKey: ['my', 'consignments'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/my/consignments', {
          params: { query: pageParam === null ? {} : { cursor: pageParam } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function useSettleToBalance() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, key }: { id: string; key: string }) =>
      answerOf(
        api.POST('/api/v1/my/consignments/{id}/settlement', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['my'] }),
  })
}

export function useMyPoint() {
  return useQuery({
    queryKey: [...POINT, 'profile'],
    queryFn: () => answerOf(api.GET('/api/v1/my/point')),
    retry: false,
  })
}

export function useAgreement(id: Ref<string>) {
  return useQuery({
    queryKey: [...POINT, 'agreements', id],
    queryFn: () =>
      answerOf(api.GET('/api/v1/my/point/agreements/{id}', { params: { path: { id: id.value } } })),
  })
}

/** Which things of the shelf are shown; an empty text asks for any. */
export interface ShelfFilter {
  state: ItemState | ''
  shelf: string
  words: string
}

export function useShelf(filter: Ref<ShelfFilter>) {
  return useInfiniteQuery({
    queryKey: [...POINT, 'items', filter],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/my/point/items', {
          params: {
            query: {
              ...(filter.value.state === '' ? {} : { state: filter.value.state }),
              ...(filter.value.shelf === '' ? {} : { shelf: filter.value.shelf }),
              ...(filter.value.words === '' ? {} : { q: filter.value.words }),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** What stands where. */
export function usePlaces() {
  return useQuery({
    queryKey: [...POINT, 'places'],
    queryFn: () => answerOf(api.GET('/api/v1/my/point/places')),
  })
}

export function useStatement(id: Ref<string>) {
  return useQuery({
    queryKey: [...POINT, 'settlements', id],
    queryFn: () =>
      answerOf(api.GET('/api/v1/my/point/settlements/{id}', { params: { path: { id: id.value } } })),
    staleTime: Infinity,
  })
}

/** Fails while the drawer is closed. */
export function useShift() {
  return useQuery({
    queryKey: [...POINT, 'shift'],
    queryFn: () => answerOf(api.GET('/api/v1/my/point/shift')),
    retry: false,
  })
}

/** What became of the newest sales that a till of the point made without a connection. */
export function useOfflineSales() {
  return useQuery({
    queryKey: [...POINT, 'offline-sales'],
    queryFn: () => answerOf(api.GET('/api/v1/my/point/offline-sales', { params: { query: { limit: 10 } } })),
    retry: false,
  })
}

export function useStocktakes() {
  return useQuery({
    queryKey: [...POINT, 'stocktakes', 'all'],
    queryFn: () => answerOf(api.GET('/api/v1/my/point/stocktakes', { params: { query: { limit: 60 } } })),
  })
}

export function useStocktake(id: Ref<string>) {
  return useQuery({
    queryKey: [...POINT, 'stocktakes', id],
    queryFn: () =>
      answerOf(api.GET('/api/v1/my/point/stocktakes/{id}', { params: { path: { id: id.value } } })),
  })
}

/** What an operator does; afterwards all that the point's pages show is asked for again. */
export function usePointAction<In, Out>(act: (input: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => queries.invalidateQueries({ queryKey: POINT }),
  })
}
