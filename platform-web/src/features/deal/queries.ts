import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, newIdempotencyKey, type Schemas } from '@/shared/api/client'

export type Deal = Schemas['DealResponse']
export type Proposal = Schemas['ProposalResponse']
export type Price = Schemas['Money']

const firstPage = null as string | null

export function useProposals(organisation: Ref<string>) {
  return useInfiniteQuery({
    queryKey: ['organisation', organisation, 'lot-proposals'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/lot-proposals', {
          params: {
            path: { id: organisation.value },
            query: pageParam === null ? {} : { cursor: pageParam },
          },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function useDeals(organisation: Ref<string>) {
  return useInfiniteQuery({
    queryKey: ['organisation', organisation, 'deals'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/deals', {
          params: {
            path: { id: organisation.value },
            query: pageParam === null ? {} : { cursor: pageParam },
          },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function useDeal(id: Ref<string>) {
  return useQuery({
    queryKey: ['deals', id],
    queryFn: () => answerOf(api.GET('/api/v1/deals/{id}', { params: { path: { id: id.value } } })),
  })
}

function useRefresh() {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      ['lots', 'deals', 'organisation'].map((what) => queries.invalidateQueries({ queryKey: [what] })),
    )
}

/** What a buyer says on the page of a lot. */
export type Wish =
  | { kind: 'buy'; organisationId: string; lotTerms: number; quantity: number }
  | { kind: 'propose'; organisationId: string; quantity: number; price: Price }

/** Buys, or proposes a price; once, however often it is sent. */
export function useWish(lotId: Ref<string>) {
  const onSettled = useRefresh()
  return useMutation({
    mutationFn: async ({ key, wish }: { key: string; wish: Wish }) => {
      const params = { path: { id: lotId.value }, header: { 'Idempotency-Key': key } }
      const { kind, ...body } = wish
      if ('lotTerms' in body) {
        return { kind, deal: await answerOf(api.POST('/api/v1/lots/{id}/purchases', { params, body })) }
      }
      await answerOf(api.POST('/api/v1/lots/{id}/proposals', { params, body }))
      return { kind, deal: undefined }
    },
    onSettled,
  })
}

/** What the side whose turn it is says. */
export type Answer =
  { kind: 'accept' } | { kind: 'refuse' } | { kind: 'counter'; quantity: number; price: Price }

export function useAnswer(proposalId: Ref<string>) {
  const onSettled = useRefresh()
  return useMutation({
    mutationFn: async ({ key, answer }: { key: string; answer: Answer }) => {
      const path = { id: proposalId.value }
      const once = { path, header: { 'Idempotency-Key': key } }
      switch (answer.kind) {
        case 'accept':
          return answerOf(api.POST('/api/v1/lot-proposals/{id}/acceptance', { params: once }))
        case 'refuse':
          await answerOf(api.POST('/api/v1/lot-proposals/{id}/refusal', { params: { path } }))
          return undefined
        case 'counter': {
          const { quantity, price } = answer
          await answerOf(
            api.POST('/api/v1/lot-proposals/{id}/counter-proposals', {
              params: once,
              body: { quantity, price },
            }),
          )
          return undefined
        }
      }
    },
    onSettled,
  })
}

export function useSign(id: Ref<string>) {
  const queries = useQueryClient()
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (signing: Schemas['DealSigningRequest']) =>
      answerOf(
        api.POST('/api/v1/deals/{id}/signatures', {
          params: { path: { id: id.value }, header: { 'Idempotency-Key': newIdempotencyKey() } },
          body: signing,
        }),
      ),
    onSuccess: async (deal) => {
      queries.setQueryData(['deals', id], deal)
      await refresh()
    },
  })
}
