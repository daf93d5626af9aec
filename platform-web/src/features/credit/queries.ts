import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, newIdempotencyKey, type Schemas } from '@/shared/api/client'
import { useRefusedLook } from '@/shared/purpose/purposes'

export type Credit = Schemas['CreditResponse']
export type Part = Schemas['CreditPartResponse']
export type Past = Schemas['CreditPastResponse']
export type Deed = Schemas['CreditDeedResponse']
export type Ring = Schemas['TradingRingRingResponse']

const CREDIT = ['my', 'credit']
const APPEALS = ['moderation', 'credit-appeals']

export function useCredit() {
  return useQuery({ queryKey: CREDIT, queryFn: () => answerOf(api.GET('/api/v1/my/credit')) })
}

export function useAppeal() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Schemas['CreditAppealRequest']) =>
      answerOf(
        api.POST('/api/v1/my/credit/appeals', {
          params: { header: { 'Idempotency-Key': newIdempotencyKey() } },
          body,
        }),
      ),
    onSuccess: (credit) => queries.setQueryData(CREDIT, credit),
  })
}

export function useCreditLevel(id: Ref<string>) {
  return useQuery({
    queryKey: ['credit-level', id],
    queryFn: () =>
      answerOf(api.GET('/api/v1/accounts/{id}/credit-level', { params: { path: { id: id.value } } })),
  })
}

export function useWaitingAppeals() {
  return useQuery({
    queryKey: APPEALS,
    queryFn: () => answerOf(api.GET('/api/v1/moderation/credit-appeals')),
  })
}

export function useAppealDecision() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, granted, remark }: { id: string; granted: boolean; remark: string }) =>
      answerOf(
        api.POST('/api/v1/moderation/credit-appeals/{id}/decision', {
          params: { path: { id }, header: { 'Idempotency-Key': newIdempotencyKey() } },
          body: { granted, remark },
        }),
      ),
    // Somebody else may have been faster: the queue is wrong either way.
    onSettled: () => queries.invalidateQueries({ queryKey: APPEALS }),
  })
}

export function useTradingRings() {
  return useInfiniteQuery({
    queryKey: ['oversight', 'trading-rings'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/oversight/trading-rings', {
          params: { query: pageParam === null ? {} : { cursor: pageParam } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** Who the members are; each time it is asked a look is recorded. */
export function useRingMembers(id: string) {
  return useMutation({
    mutationFn: (purposeId: string) =>
      answerOf(
        api.POST('/api/v1/oversight/trading-rings/{id}/members', {
          params: { path: { id } },
          body: { purposeId },
        }),
      ),
    onError: useRefusedLook(),
  })
}
