import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { answerOf, api, type Schemas } from '@/shared/api/client'

const LOOK_AGAIN_MS = 4_000

export function useBalance() {
  return useQuery({
    queryKey: ['my', 'balance'],
    queryFn: () => answerOf(api.GET('/api/v1/my/balance')),
    // Money on its way arrives by the provider's hand.
    refetchInterval: ({ state }) => ((state.data?.inTransit.amount ?? 0) > 0 ? LOOK_AGAIN_MS : false),
  })
}

export function useBalanceEntries() {
  return useInfiniteQuery({
    queryKey: ['my', 'balance', 'entries'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/my/balance/entries', {
          params: { query: pageParam === null ? {} : { cursor: pageParam } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function usePayouts() {
  return useQuery({
    queryKey: ['my', 'payouts'],
    queryFn: () => answerOf(api.GET('/api/v1/my/payouts')),
    refetchInterval: ({ state }) =>
      state.data?.some((payout) => payout.state === 'REQUESTED') === true ? LOOK_AGAIN_MS : false,
  })
}

export function usePayOut() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ amount, key }: { amount: Schemas['Money']; key: string }) =>
      answerOf(
        api.POST('/api/v1/my/payouts', { params: { header: { 'Idempotency-Key': key } }, body: { amount } }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['my'] }),
  })
}
