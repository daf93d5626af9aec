import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'
import { requestOf, type Filters } from './filters'

export type Facets = Schemas['SearchFacetCounts']

/** A listing as lists show it; only a search says which parts of the title match, and how far it is. */
export type Card = Schemas['ListingCard'] &
  Partial<Pick<Schemas['SearchItem'], 'titleParts' | 'distanceMeters'>>

const PAGE_SIZE = 24
const FIRST_SIZE = 20
const SIMILAR_SIZE = 10

export function useListingSearch(filters: Ref<Filters>) {
  return useInfiniteQuery({
    queryKey: ['search', filters],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/search/listings', {
          params: {
            query: {
              ...requestOf(filters.value),
              limit: PAGE_SIZE,
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })
}

/** What the first page begins with: the newest, or what is nearest to a place. */
export function useFirstGoods(near: Ref<string>, enabled: Ref<boolean>) {
  return useQuery({
    queryKey: ['search', 'first', near],
    queryFn: () => {
      const sorted =
        near.value === '' ? { sort: 'newest' as const } : { sort: 'near' as const, near: near.value }
      return answerOf(
        api.GET('/api/v1/search/listings', { params: { query: { ...sorted, limit: FIRST_SIZE } } }),
      )
    },
    enabled,
    placeholderData: keepPreviousData,
  })
}

export function useSimilarListings(id: Ref<string>) {
  return useQuery({
    queryKey: ['listings', id, 'similar'],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/listings/{id}/similar', {
          params: { path: { id: id.value }, query: { limit: SIMILAR_SIZE } },
        }),
      ),
  })
}

export function useSuggestions(typed: Ref<string>) {
  return useQuery({
    queryKey: ['search', 'suggestions', typed],
    queryFn: () => answerOf(api.GET('/api/v1/search/suggestions', { params: { query: { q: typed.value } } })),
    enabled: computed(() => typed.value !== ''),
    placeholderData: keepPreviousData,
    retry: false,
  })
}
