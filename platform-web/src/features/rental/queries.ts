import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answerOf, api, newIdempotencyKey, type Schemas } from '@/shared/api/client'
import type { DayChoice } from './calendar'
import { pollAfterMs } from './polling'

export type Rental = Schemas['RentalResponse']
export type RentalState = Rental['state']
export type RentalSide = NonNullable<Rental['side']>
export type RentalPhase = Schemas['RentalConditionResponse']['phase']

export type RentalTerms = Schemas['RentalTerms']

/** On which days a thing is to be had. */
export function useCalendar(listingId: Ref<string>, isWanted: Ref<boolean>) {
  return useQuery({
    queryKey: ['listings', listingId, 'calendar'],
    queryFn: () =>
      answerOf(api.GET('/api/v1/listings/{id}/calendar', { params: { path: { id: listingId.value } } })),
    enabled: isWanted,
    staleTime: 0,
  })
}

/** What the chosen days cost; asked only where both ends are chosen. */
export function useQuote(listingId: Ref<string>, chosen: Ref<DayChoice>) {
  return useQuery({
    queryKey: ['listings', listingId, 'quote', chosen],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/listings/{id}/rental-quote', {
          params: {
            path: { id: listingId.value },
            query: { firstDay: chosen.value.first ?? '', lastDay: chosen.value.last ?? '' },
          },
        }),
      ),
    enabled: computed(() => chosen.value.first !== undefined && chosen.value.last !== undefined),
    staleTime: 0,
    retry: false,
  })
}

export function placeRental(listingId: string, days: { first: string; last: string }, key: string) {
  return answerOf(
    api.POST('/api/v1/rentals', {
      params: { header: { 'Idempotency-Key': key } },
      body: { listingId, firstDay: days.first, lastDay: days.last },
    }),
  )
}

/** Asks again by itself: what the other side does is not told in any other way. */
export function useRental(id: Ref<string>) {
  return useQuery({
    queryKey: ['rentals', id],
    queryFn: () => answerOf(api.GET('/api/v1/rentals/{id}', { params: { path: { id: id.value } } })),
    refetchInterval: ({ state }) =>
      state.data === undefined ? false : pollAfterMs(state.data.state, state.dataUpdateCount),
    staleTime: 0,
  })
}

export function useMyRentals(side: Ref<RentalSide>) {
  return useInfiniteQuery({
    queryKey: ['my', 'rentals', side],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/my/rentals', {
          params: { query: { side: side.value, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** Damage claims that wait for an officer. */
export function useContestedRentals() {
  return useInfiniteQuery({
    queryKey: ['contested-rentals'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/contested-rentals', {
          params: { query: pageParam === null ? {} : { cursor: pageParam } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function useDecision() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, damage, words, key }: { id: string; damage: number; words: string; key: string }) =>
      answerOf(
        api.POST('/api/v1/contested-rentals/{id}/decision', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
          body: { damage: { amount: damage, currency: 'CNY' }, words },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['contested-rentals'] }),
  })
}

/** A move of one of the two sides. */
export type RentalMove =
  | { kind: 'retry-payment' | 'take-back' | 'approve' | 'accept-claim' }
  | { kind: 'consent-extension' | 'refuse-extension' }
  | { kind: 'ask-extension'; lastDay: string }
  | { kind: 'cancel' | 'contest-claim'; words: string }
  | { kind: 'hand-over' | 'give-back'; code: string }
  | { kind: 'record'; phase: RentalPhase; photoIds: string[]; note: string }
  | { kind: 'claim-damage'; fen: number; words: string; photoIds: string[] }

export function useRentalMove(id: Ref<string>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (move: RentalMove) => answerOf(send(id.value, move)),
    onSuccess: async (rental) => {
      queries.setQueryData(['rentals', id], rental)
      await queries.invalidateQueries({ queryKey: ['my'] })
    },
  })
}

function send(id: string, move: RentalMove) {
  const params = { path: { id } }
  switch (move.kind) {
    case 'retry-payment':
      return api.POST('/api/v1/rentals/{id}/payment', { params })
    case 'take-back':
      return api.POST('/api/v1/rentals/{id}/return-confirmation', { params })
    case 'approve':
      return api.POST('/api/v1/rentals/{id}/approval', { params })
    case 'accept-claim':
      return api.POST('/api/v1/rentals/{id}/damage-claim/acceptance', { params })
    case 'consent-extension':
      return api.POST('/api/v1/rentals/{id}/extension/consent', { params })
    case 'refuse-extension':
      return api.POST('/api/v1/rentals/{id}/extension/refusal', { params })
    case 'ask-extension':
      return api.POST('/api/v1/rentals/{id}/extension', {
        params: keyed(id),
        body: { lastDay: move.lastDay },
      })
    case 'cancel':
      return api.POST('/api/v1/rentals/{id}/cancellation', { params, body: { words: move.words } })
    case 'contest-claim':
      return api.POST('/api/v1/rentals/{id}/damage-claim/contest', { params, body: { words: move.words } })
    case 'hand-over':
      return api.POST('/api/v1/rentals/{id}/handover', { params, body: { code: move.code } })
    case 'give-back':
      return api.POST('/api/v1/rentals/{id}/return', { params, body: { code: move.code } })
    case 'record':
      return api.POST('/api/v1/rentals/{id}/condition-records', {
        params: keyed(id),
        body: { phase: move.phase, photoIds: move.photoIds, note: move.note },
      })
    case 'claim-damage':
      return api.POST('/api/v1/rentals/{id}/damage-claim', {
        params: keyed(id),
        body: { amount: { amount: move.fen, currency: 'CNY' }, words: move.words, photoIds: move.photoIds },
      })
  }
}

function keyed(id: string) {
  return { path: { id }, header: { 'Idempotency-Key': newIdempotencyKey() } }
}
