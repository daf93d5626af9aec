import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { answerOf, api, type Schemas } from '@/shared/api/client'

const LOOK_AGAIN_MS = 4_000

/** The organisation whose money it is; the reader's own where it is undefined. */
export type Whose = string | undefined

function keyOf(whose: Whose): readonly string[] {
  return whose === undefined ? ['my'] : ['organisation', whose]
}

export function useBalance(whose: Whose) {
  return useQuery({
    queryKey: [...keyOf(whose), 'balance'],
    queryFn: () =>
      answerOf(
        whose === undefined
          ? api.GET('/api/v1/my/balance')
          : api.GET('/api/v1/organisations/{id}/balance', { params: { path: { id: whose } } }),
      ),
    // Money on its way arrives by the provider's hand.
    refetchInterval: ({ state }) => ((state.data?.inTransit.amount ?? 0) > 0 ? LOOK_AGAIN_MS : false),
  })
}

export function useBalanceEntries(whose: Whose) {
  return useInfiniteQuery({
    queryKey: [...keyOf(whose), 'balance', 'entries'],
    queryFn: ({ pageParam }) => {
      const query = pageParam === null ? {} : { cursor: pageParam }
      return answerOf(
        whose === undefined
          ? api.GET('/api/v1/my/balance/entries', { params: { query } })
          : api.GET('/api/v1/organisations/{id}/balance/entries', {
              params: { path: { id: whose }, query },
            }),
      )
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function usePayouts(whose: Whose) {
  return useQuery({
    queryKey: [...keyOf(whose), 'payouts'],
    queryFn: () =>
      answerOf(
        whose === undefined
          ? api.GET('/api/v1/my/payouts')
          : api.GET('/api/v1/organisations/{id}/payouts', { params: { path: { id: whose } } }),
      ),
    refetchInterval: ({ state }) =>
      state.data?.some((payout) => payout.state === 'REQUESTED') === true ? LOOK_AGAIN_MS : false,
  })
}

export function usePayOut(whose: Whose) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ amount, key }: { amount: Schemas['Money']; key: string }) => {
      const header = { 'Idempotency-Key': key }
      const body = { amount }
      return answerOf(
        whose === undefined
          ? api.POST('/api/v1/my/payouts', { params: { header }, body })
          : api.POST('/api/v1/organisations/{id}/payouts', {
              params: { path: { id: whose }, header },
              body,
            }),
      )
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(whose) }),
  })
}
