import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { answerOf, api, newIdempotencyKey, type Schemas } from '@/shared/api/client'

export type WaitingCase = Schemas['WaitingCaseResponse']
export type Decision = Schemas['ModerationDecisionRequest']

export function useWaitingCases() {
  return useInfiniteQuery({
    queryKey: ['moderation', 'cases'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/moderation/cases', {
          params: { query: pageParam === null ? {} : { cursor: pageParam } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function useRuleFigures() {
  return useQuery({
    queryKey: ['moderation', 'rule-figures'],
    queryFn: () => answerOf(api.GET('/api/v1/moderation/rule-figures')),
  })
}

export function useDecision() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, decision }: { id: string; decision: Decision }) =>
      answerOf(
        api.POST('/api/v1/moderation/cases/{id}/decision', {
          params: { path: { id }, header: { 'Idempotency-Key': newIdempotencyKey() } },
          body: decision,
        }),
      ),
    // Somebody else may have been faster: the queue is wrong either way.
    onSettled: () => queries.invalidateQueries({ queryKey: ['moderation'] }),
  })
}
