import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'

export type Day = Schemas['MarketDayResponse']
export type Stall = Schemas['StallResponse']
export type Sale = Schemas['MyStallStallSaleResponse']
export type SaleRequest = Schemas['MyStallStallSaleRequest']
export type Takings = Schemas['TakingsResponse']
export type DeskStall = Schemas['MarketDeskDeskStallResponse']

/** Everything of market days hangs under this key: whatever is done at a stall or a desk may change any of it. */
export const MARKET = ['market']

/** @param near where the reader is, `lat,lon`; empty where they have not said */
export function useDays(district: Ref<string>, near: Ref<string>) {
  return useQuery({
    queryKey: [...MARKET, 'days', district, near],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/market-days', {
          params: {
            query: {
              ...(district.value === '' ? {} : { district: district.value }),
              ...(near.value === '' ? {} : { near: near.value }),
            },
          },
        }),
      ),
  })
}

export function useDay(id: Ref<string>) {
  return useQuery({
    queryKey: [...MARKET, 'day', id],
    queryFn: () => answerOf(api.GET('/api/v1/market-days/{id}', { params: { path: { id: id.value } } })),
  })
}

/** Asks nothing for who is not signed in. */
export function useStalls(isSignedIn: Ref<boolean>) {
  return useQuery({
    queryKey: [...MARKET, 'stalls'],
    queryFn: () => answerOf(api.GET('/api/v1/my/market-stalls')),
    enabled: isSignedIn,
  })
}

export function useStall(id: Ref<string>) {
  return useQuery({
    queryKey: [...MARKET, 'stall', id],
    queryFn: () => answerOf(api.GET('/api/v1/my/market-stalls/{id}', { params: { path: { id: id.value } } })),
  })
}

export function useSales(id: Ref<string>) {
  return useQuery({
    queryKey: [...MARKET, 'sales', id],
    queryFn: () =>
      answerOf(api.GET('/api/v1/my/market-stalls/{id}/sales', { params: { path: { id: id.value } } })),
  })
}

export function useStallReport(id: Ref<string>) {
  return useQuery({
    queryKey: [...MARKET, 'stall-report', id],
    queryFn: () =>
      answerOf(api.GET('/api/v1/my/market-stalls/{id}/report', { params: { path: { id: id.value } } })),
  })
}

/** What the reader offers to everybody now. */
export function useOwnListings() {
  return useQuery({
    queryKey: [...MARKET, 'listings'],
    queryFn: () =>
      answerOf(api.GET('/api/v1/my/listings', { params: { query: { state: 'PUBLISHED', limit: 60 } } })),
  })
}

export function useDesk() {
  return useQuery({
    queryKey: [...MARKET, 'desk'],
    queryFn: () => answerOf(api.GET('/api/v1/my/market-organiser')),
    retry: false,
  })
}

export function useDeskDay(id: Ref<string>) {
  return useQuery({
    queryKey: [...MARKET, 'desk-day', id],
    queryFn: () =>
      answerOf(api.GET('/api/v1/my/market-organiser/days/{id}', { params: { path: { id: id.value } } })),
  })
}

export function useDayReport(id: Ref<string>) {
  return useQuery({
    queryKey: [...MARKET, 'day-report', id],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/my/market-organiser/days/{id}/report', { params: { path: { id: id.value } } }),
      ),
  })
}

/** Something that is done at a stall or a desk. */
export function useMarketAction<In, Out>(act: (input: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => queries.invalidateQueries({ queryKey: MARKET }),
  })
}
