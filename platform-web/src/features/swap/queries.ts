import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'
import { yuan } from '@/shared/format/money'
import { pollAfterMs } from './swap'

export type Swap = Schemas['SwapResponse']
export type SwapState = Swap['state']
export type SwapParty = Schemas['SwapParty']
export type SwapSuggestion = Schemas['SwapSuggestionResponse']

/** A thing in a proposal: its owner pays so many fen on top, or gets them where it is negative. */
interface ProposedThing {
  listingId: string
  paysFen: number
}

export interface Proposal {
  /** In the order of the ring, one's own first. */
  things: readonly ProposedThing[]
  note: string
}

/** Asks again by itself: what the others do is not always told in another way. */
export function useSwap(id: Ref<string>) {
  return useQuery({
    queryKey: ['swaps', id],
    queryFn: () => answerOf(api.GET('/api/v1/swaps/{id}', { params: { path: { id: id.value } } })),
    refetchInterval: ({ state }) =>
      state.data === undefined ? false : pollAfterMs(state.data.state, state.dataUpdateCount),
    staleTime: 0,
  })
}

export function useMySwaps() {
  return useInfiniteQuery({
    queryKey: ['my', 'swaps'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/my/swaps', { params: { query: pageParam === null ? {} : { cursor: pageParam } } }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** Swaps that would suit everybody in them. */
export function useSwapSuggestions(isWanted: Ref<boolean>) {
  return useQuery({
    queryKey: ['my', 'swap-suggestions'],
    queryFn: () => answerOf(api.GET('/api/v1/my/swap-suggestions')),
    enabled: isWanted,
  })
}

/** What the reader offers to everybody, and could give. */
export function useOwnThings(isWanted: Ref<boolean>) {
  return useQuery({
    queryKey: ['my', 'listings', 'to-swap'],
    queryFn: () =>
      answerOf(api.GET('/api/v1/my/listings', { params: { query: { state: 'PUBLISHED', limit: 60 } } })),
    enabled: isWanted,
    staleTime: 0,
  })
}

export function proposeSwap(proposal: Proposal, key: string) {
  return answerOf(
    api.POST('/api/v1/swaps', {
      params: { header: { 'Idempotency-Key': key } },
      body: bodyOf(proposal),
    }),
  )
}

export function counterSwap(id: string, proposal: Proposal, key: string) {
  return answerOf(
    api.POST('/api/v1/swaps/{id}/counter-proposal', {
      params: { path: { id }, header: { 'Idempotency-Key': key } },
      body: bodyOf(proposal),
    }),
  )
}

/** A move of somebody who takes part. */
export type SwapMove =
  | { kind: 'consent' | 'decline' | 'withdraw' | 'retry-payment' | 'take-back' }
  | { kind: 'cancel'; words: string }
  | { kind: 'hand-over' | 'give-back'; code: string }

export function useSwapMove(id: Ref<string>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (move: SwapMove) => answerOf(send(id.value, move)),
    onSuccess: async (swap) => {
      queries.setQueryData(['swaps', id], swap)
      await queries.invalidateQueries({ queryKey: ['my'] })
    },
  })
}

function send(id: string, move: SwapMove) {
  const params = { path: { id } }
  switch (move.kind) {
    case 'consent':
      return api.POST('/api/v1/swaps/{id}/consent', { params })
    case 'decline':
      return api.POST('/api/v1/swaps/{id}/refusal', { params })
    case 'withdraw':
      return api.POST('/api/v1/swaps/{id}/withdrawal', { params })
    case 'retry-payment':
      return api.POST('/api/v1/swaps/{id}/payment', { params })
    case 'take-back':
      return api.POST('/api/v1/swaps/{id}/return-confirmation', { params })
    case 'cancel':
      return api.POST('/api/v1/swaps/{id}/cancellation', { params, body: { words: move.words } })
    case 'hand-over':
      return api.POST('/api/v1/swaps/{id}/handover', { params, body: { code: move.code } })
    case 'give-back':
      return api.POST('/api/v1/swaps/{id}/return', { params, body: { code: move.code } })
  }
}

function bodyOf({ things, note }: Proposal) {
  return {
    things: things.map(({ listingId, paysFen }) => ({ listingId, pays: yuan(paysFen) })),
    note,
  }
}
