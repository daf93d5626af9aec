import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'
import { yuan } from '@/shared/format/money'

export type PriceOffer = Schemas['PriceOfferResponse']
export type PriceRange = NonNullable<PriceOffer['counter']>

/** What anybody may offer for a listing. */
export function useOfferTerms(listingId: Ref<string>) {
  return useQuery({
    queryKey: ['listings', listingId, 'offer-terms'],
    queryFn: () =>
      answerOf(api.GET('/api/v1/listings/{id}/offer-terms', { params: { path: { id: listingId.value } } })),
  })
}

/** The prices that the two have named, and what the reader may name now. */
export function useBargaining(conversationId: Ref<string>) {
  return useQuery({
    queryKey: ['conversations', conversationId, 'price-offers'],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/conversations/{id}/price-offers', {
          params: { path: { id: conversationId.value } },
        }),
      ),
  })
}

export function makeOffer(conversationId: string, fen: number, key: string): Promise<PriceOffer> {
  return answerOf(
    api.POST('/api/v1/conversations/{id}/price-offers', {
      params: { path: { id: conversationId }, header: { 'Idempotency-Key': key } },
      body: { price: yuan(fen) },
    }),
  )
}

export function acceptOffer(id: string, key: string): Promise<PriceOffer> {
  return answerOf(
    api.POST('/api/v1/price-offers/{id}/acceptance', {
      params: { path: { id }, header: { 'Idempotency-Key': key } },
    }),
  )
}

export function declineOffer(id: string): Promise<PriceOffer> {
  return answerOf(api.POST('/api/v1/price-offers/{id}/refusal', { params: { path: { id } } }))
}

export function counterOffer(id: string, fen: number, key: string): Promise<PriceOffer> {
  return answerOf(
    api.POST('/api/v1/price-offers/{id}/counter-offer', {
      params: { path: { id }, header: { 'Idempotency-Key': key } },
      body: { price: yuan(fen) },
    }),
  )
}

/**
 * One step of bargaining. Whatever comes of it, the conversation is shown as it is then; who asked for the step may be gone
 * from the page by that time, so what follows is said here and not with each call.
 */
export function useOfferMove<T>(
  conversationId: Ref<string>,
  move: (what: T) => Promise<PriceOffer>,
  onDone: (offer: PriceOffer) => void = () => undefined,
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: move,
    onSuccess: onDone,
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['conversations', conversationId.value] })
    },
  })
}
