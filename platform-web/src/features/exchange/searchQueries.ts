import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answerOf, api, newIdempotencyKey, type Schemas } from '@/shared/api/client'
import { requestOf, type OfferFilters } from './offerFilters'
import { keptOf } from './savedSearch'

export type OfferItem = Schemas['OfferItem']
export type OfferFacets = Schemas['OfferSearchFacetCounts']
export type OfferTab = 'lots' | 'demands'

const PAGE_SIZE = 24

export function useOfferSearch(tab: Ref<OfferTab>, filters: Ref<OfferFilters>) {
  return useInfiniteQuery({
    queryKey: computed(() => [tab.value, 'search', filters.value]),
    queryFn: ({ pageParam }) => {
      const query = {
        ...requestOf(filters.value),
        limit: PAGE_SIZE,
        ...(pageParam === null ? {} : { cursor: pageParam }),
      }
      return answerOf(
        tab.value === 'lots'
          ? api.GET('/api/v1/search/lots', { params: { query } })
          : api.GET('/api/v1/search/demands', { params: { query } }),
      )
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })
}

export function useOfferSuggestions(tab: Ref<OfferTab>, typed: Ref<string>) {
  return useQuery({
    queryKey: computed(() => [tab.value, 'suggestions', typed.value]),
    queryFn: () => {
      const params = { query: { q: typed.value } }
      return answerOf(
        tab.value === 'lots'
          ? api.GET('/api/v1/search/lots/suggestions', { params })
          : api.GET('/api/v1/search/demands/suggestions', { params }),
      )
    },
    enabled: computed(() => typed.value !== ''),
    placeholderData: keepPreviousData,
    retry: false,
  })
}

const SAVED = ['offer-searches']

export function useSavedOfferSearches() {
  return useQuery({ queryKey: SAVED, queryFn: () => answerOf(api.GET('/api/v1/my/saved-offer-searches')) })
}

export function useSaveOfferSearch() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ name, tab, filters }: { name: string; tab: OfferTab; filters: OfferFilters }) =>
      answerOf(
        api.POST('/api/v1/my/saved-offer-searches', {
          params: { header: { 'Idempotency-Key': newIdempotencyKey() } },
          body: { name, side: tab === 'lots' ? 'LOT' : 'DEMAND', criteria: keptOf(filters) },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: SAVED }),
  })
}

export function useRemoveOfferSearch() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      answerOf(api.DELETE('/api/v1/my/saved-offer-searches/{id}', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: SAVED }),
  })
}
