import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'

export type Inspection = Schemas['OversightInspectionResponse']
export type Trade = Schemas['OversightTradeResponse']
export type TradeKind = Trade['kind']
export type Posting = Schemas['PostingView']
export type Indicator = Schemas['Indicator']
export type CityPlan = Schemas['CityPlan']

/** @param kind the kind to look among; nothing for all kinds */
export function useTrades(query: Ref<string>, kind: Ref<TradeKind | undefined>) {
  return useQuery({
    queryKey: ['oversight', 'trades', query, kind],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/oversight/trades', {
          params: { query: { query: query.value, ...(kind.value && { kind: kind.value }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  })
}

export function useInspection(id: Ref<string>) {
  return useQuery({
    queryKey: ['oversight', 'trade', id],
    queryFn: () =>
      answerOf(api.GET('/api/v1/oversight/trades/{tradeId}', { params: { path: { tradeId: id.value } } })),
  })
}

export function useCityPlan() {
  return useQuery({
    queryKey: ['oversight', 'city-plan'],
    queryFn: () => answerOf(api.GET('/api/v1/oversight/city-plan')),
    staleTime: Infinity,
  })
}
