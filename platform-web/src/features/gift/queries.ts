import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'
import { Problem } from '@/shared/api/problem'

export type Gift = Schemas['GiftResponse']
export type GiftSide = NonNullable<Gift['side']>
export type Draw = Schemas['GiftDrawResponse']

const NOT_FOUND = 'gift.not-found'
const OPENS_SOON_MS = 1_500
const PATIENT_MS = 15_000

/** The newest round over a listing; none for the moment between publishing and the opening of the round. */
export function useGiftOf(listingId: Ref<string>) {
  return useQuery({
    queryKey: ['gifts', 'of', listingId],
    queryFn: () => readGiftOf(listingId.value),
    refetchInterval: ({ state }) => (state.data?.round === undefined ? OPENS_SOON_MS : PATIENT_MS),
    staleTime: 0,
  })
}

async function readGiftOf(id: string): Promise<{ round: Gift | undefined }> {
  try {
    return { round: await answerOf(api.GET('/api/v1/listings/{id}/gift', { params: { path: { id } } })) }
  } catch (error) {
    if (error instanceof Problem && error.code === NOT_FOUND) {
      return { round: undefined }
    }
    throw error
  }
}

export function useGift(id: Ref<string>) {
  return useQuery({
    queryKey: ['gifts', id],
    queryFn: () => answerOf(api.GET('/api/v1/gifts/{id}', { params: { path: { id: id.value } } })),
    refetchInterval: ({ state }) =>
      state.data?.state === 'GIVEN' || state.data?.state === 'ENDED' ? false : PATIENT_MS,
    staleTime: 0,
  })
}

export function useMyGifts(side: Ref<GiftSide>) {
  return useInfiniteQuery({
    queryKey: ['my', 'gifts', side],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/my/gifts', {
          params: { query: { side: side.value, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function useDraw(id: Ref<string>) {
  return useQuery({
    queryKey: ['gifts', id, 'draw'],
    queryFn: () => answerOf(api.GET('/api/v1/gifts/{id}/draw', { params: { path: { id: id.value } } })),
    retry: false,
  })
}

export function askForGift(id: string, ask: { note: string; ticket: string }, key: string): Promise<Gift> {
  return answerOf(
    api.POST('/api/v1/gifts/{id}/asks', {
      params: { path: { id }, header: { 'Idempotency-Key': key } },
      body: ask,
    }),
  )
}

/** What the giver or an asker does. */
export type GiftMove =
  | { kind: 'withdraw' | 'confirm' }
  | { kind: 'choose'; askIds: string[] }
  | { kind: 'hand-over'; code: string }
  | { kind: 'break-promise'; words: string; keepsIt: boolean }
  | { kind: 'contest'; words: string }

export function useGiftMove(id: Ref<string>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (move: GiftMove) => answerOf(send(id.value, move)),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['gifts'] }),
        queries.invalidateQueries({ queryKey: ['listings'] }),
        queries.invalidateQueries({ queryKey: ['my'] }),
      ]),
  })
}

function send(id: string, move: GiftMove) {
  const params = { path: { id } }
  switch (move.kind) {
    case 'withdraw':
      return api.POST('/api/v1/gifts/{id}/withdrawal', { params })
    case 'confirm':
      return api.POST('/api/v1/gifts/{id}/receipt', { params })
    case 'choose':
      return api.POST('/api/v1/gifts/{id}/choice', { params, body: { askIds: move.askIds } })
    case 'hand-over':
      return api.POST('/api/v1/gifts/{id}/handover', { params, body: { code: move.code } })
    case 'break-promise':
      return api.POST('/api/v1/gifts/{id}/promise-break', {
        params,
        body: { words: move.words, keepsIt: move.keepsIt },
      })
    case 'contest':
      return api.POST('/api/v1/gifts/{id}/no-show-objection', { params, body: { words: move.words } })
  }
}
