import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'

export type Inspection = Schemas['OversightInspectionResponse']
export type Posting = Schemas['PostingView']
export type Indicator = Schemas['Indicator']
export type CityPlan = Schemas['CityPlan']

export function useTrades(query: Ref<string>) {
  return useQuery({
    queryKey: ['oversight', 'trades', query],
    queryFn: () =>
      answerOf(api.GET('/api/v1/oversight/trades', { params: { query: { query: query.value } } })),
    placeholderData: keepPreviousData,
  })
}

export function useInspection(id: Ref<string>) {
  return useQuery({
    queryKey: ['oversight', 'trades', id],
    queryFn: () =>
      answerOf(api.GET('/api/v1/oversight/trades/{orderId}', { params: { path: { orderId: id.value } } })),
  })
}

export function useCityPlan() {
  return useQuery({
    queryKey: ['oversight', 'city-plan'],
    queryFn: () => answerOf(api.GET('/api/v1/oversight/city-plan')),
    staleTime: Infinity,
  })
}
