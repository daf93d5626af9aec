import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'

export type Bill = Schemas['DealMoneyBillResponse']

const LOOK_AGAIN_MS = 4_000

/** Looked at again while somebody may be paying, or a statement may come. */
export function useBills(deal: Ref<string>) {
  return useQuery({
    queryKey: ['deals', deal, 'bills'],
    queryFn: async () => {
      const { items } = await answerOf(
        api.GET('/api/v1/deals/{id}/bills', { params: { path: { id: deal.value } } }),
      )
      return items
    },
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.some((bill) => ['DUE', 'HELD'].includes(bill.state))
        ? LOOK_AGAIN_MS
        : false,
  })
}

export function useBill(id: Ref<string>) {
  return useQuery({
    queryKey: ['deal-bills', id],
    queryFn: () => answerOf(api.GET('/api/v1/deal-bills/{id}', { params: { path: { id: id.value } } })),
  })
}

export function useBillsOf(organisation: Ref<string>) {
  return useInfiniteQuery({
    queryKey: ['organisation', organisation, 'bills'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/bills', {
          params: {
            path: { id: organisation.value },
            query: pageParam === null ? {} : { cursor: pageParam },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function usePayBill() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, key }: { id: string; key: string }) =>
      answerOf(
        api.POST('/api/v1/deal-bills/{id}/payment', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['deals'] }),
  })
}
