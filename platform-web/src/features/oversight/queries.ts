import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, newIdempotencyKey, type Schemas } from '@/shared/api/client'
import { useRefusedLook } from '@/shared/purpose/purposes'

export type Inspection = Schemas['OversightInspectionResponse']
export type Trade = Schemas['OversightTradeResponse']
export type TradeKind = Trade['kind']
export type Posting = Schemas['OversightPostingResponse']
export type Verdict = Schemas['LookLookReviewRequest']['verdict']
export type Indicator = Schemas['Indicator']
export type CityPlan = Schemas['CityPlan']
export type Board = Schemas['PlanBoardResponse']
export type Progress = Board['counted'][number]
export type Finding = Schemas['FindingResponse']

const LOOKS = ['oversight', 'looks']

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

/** Who is behind a trade; each time it is asked a look is recorded, so nothing asks by itself. */
export function useParties(tradeId: string) {
  return useMutation({
    mutationFn: (purposeId: string) =>
      answerOf(
        api.POST('/api/v1/oversight/trades/{tradeId}/parties', {
          params: { path: { tradeId } },
          body: { purposeId },
        }),
      ),
    onError: useRefusedLook(),
  })
}

export function usePartySearch() {
  return useMutation({
    mutationFn: (body: { purposeId: string; contact: string }) =>
      answerOf(api.POST('/api/v1/oversight/party-searches', { body })),
    onError: useRefusedLook(),
  })
}

/** Looks of colleagues, newest first. */
export function useLooks(unreviewed: boolean) {
  return useInfiniteQuery({
    queryKey: [...LOOKS, unreviewed],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/oversight/looks', {
          params: { query: { unreviewed, ...(pageParam !== null && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function useLookReview() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, verdict, words }: { id: string; verdict: Verdict; words: string }) =>
      answerOf(
        api.POST('/api/v1/oversight/looks/{id}/review', {
          params: { path: { id }, header: { 'Idempotency-Key': newIdempotencyKey() } },
          body: { verdict, words },
        }),
      ),
    // Somebody else may have been faster.
    onSettled: () => queries.invalidateQueries({ queryKey: LOOKS }),
  })
}

/** What a saved query finds from one day to another. */
export function useFindings(no: Ref<string>, first: Ref<string>, last: Ref<string>) {
  return useQuery({
    queryKey: ['oversight', 'findings', no, first, last],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/oversight/questions/{number}/findings', {
          params: { path: { number: Number(no.value) }, query: { first: first.value, last: last.value } },
        }),
      ),
  })
}

/** What the platform counted in a year, and the tasks. */
export function usePlanBoard(year: Ref<number>) {
  return useQuery({
    queryKey: ['oversight', 'city-plan', 'board', year],
    queryFn: () =>
      answerOf(api.GET('/api/v1/oversight/city-plan/board', { params: { query: { year: year.value } } })),
  })
}

/** The events behind a counted indicator; of one area where one is given. */
export function usePlanEvents(no: Ref<string>, year: Ref<number>, area: Ref<string | undefined>) {
  return useQuery({
    queryKey: ['oversight', 'city-plan', 'events', no, year, area],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/oversight/city-plan/indicators/{number}/events', {
          params: {
            path: { number: Number(no.value) },
            query: { year: year.value, ...(area.value !== undefined && { area: area.value }) },
          },
        }),
      ),
  })
}

export function useCityPlan() {
  return useQuery({
    queryKey: ['oversight', 'city-plan'],
    queryFn: () => answerOf(api.GET('/api/v1/oversight/city-plan')),
    staleTime: Infinity,
  })
}
