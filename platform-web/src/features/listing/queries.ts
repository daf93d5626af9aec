import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, newIdempotencyKey, type Schemas } from '@/shared/api/client'

export type Listing = Schemas['ListingResponse']
export type ListingState = Listing['state']
export type RentalTerms = Schemas['RentalTerms']
export type GiftTerms = Schemas['GiftTerms']
export type ShippingTerms = Schemas['ShippingTerms']
export type Offer = Schemas['OfferRequest']

export function useListing(id: Ref<string>) {
  return useQuery({ queryKey: ['listings', id], queryFn: () => readListing(id.value) })
}

export function useMyListings(state: Ref<ListingState | undefined>) {
  return useInfiniteQuery({
    queryKey: ['my', 'listings', state],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/my/listings', {
          params: {
            query: {
              ...(state.value === undefined ? {} : { state: state.value }),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** What a person offers to everybody, newest first. */
export function useOffersOf(seller: Ref<string>) {
  return useInfiniteQuery({
    queryKey: ['people', seller, 'offers'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/accounts/{id}/listings', {
          params: { path: { id: seller.value }, query: pageParam === null ? {} : { cursor: pageParam } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function readListing(id: string): Promise<Listing> {
  return answerOf(api.GET('/api/v1/listings/{id}', { params: { path: { id } } }))
}

export function draftListing(offer: Offer, key: string = newIdempotencyKey()): Promise<Listing> {
  return answerOf(
    api.POST('/api/v1/listings', { params: { header: { 'Idempotency-Key': key } }, body: offer }),
  )
}

/** Refused as stale where somebody else, or another window, has changed the listing since that version. */
export function editListing(id: string, version: number, offer: Offer): Promise<Listing> {
  return answerOf(
    api.PUT('/api/v1/listings/{id}', {
      params: { path: { id }, header: { 'If-Match': `"${String(version)}"` } },
      body: offer,
    }),
  )
}

export function publishListing(id: string): Promise<Listing> {
  return answerOf(api.POST('/api/v1/listings/{id}/publication', { params: { path: { id } } }))
}

/** What an owner does with a listing as a whole. */
export function useListingActions() {
  const queries = useQueryClient()
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['listings'] }),
      queries.invalidateQueries({ queryKey: ['my', 'listings'] }),
    ])
  return {
    withdraw: useMutation({
      mutationFn: (id: string) =>
        answerOf(api.POST('/api/v1/listings/{id}/withdrawal', { params: { path: { id } } })),
      onSuccess: refresh,
    }),
    publish: useMutation({ mutationFn: publishListing, onSuccess: refresh }),
    remove: useMutation({
      mutationFn: (id: string) => answerOf(api.DELETE('/api/v1/listings/{id}', { params: { path: { id } } })),
      onSuccess: refresh,
    }),
  }
}
