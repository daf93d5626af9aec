import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'

export type GivenReview = Schemas['OrderReviewsGiven']
export type Profile = Schemas['ProfileResponse']

export const RATINGS = [1, 2, 3, 4, 5] as const

export function useOrderReviews(id: Ref<string>) {
  return useQuery({
    queryKey: ['orders', id, 'reviews'],
    queryFn: () => answerOf(api.GET('/api/v1/orders/{id}/reviews', { params: { path: { id: id.value } } })),
  })
}

export function useReviewOrder(id: Ref<string>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { rating: number; words: string }) =>
      answerOf(api.PUT('/api/v1/orders/{id}/review', { params: { path: { id: id.value } }, body })),
    onSuccess: (reviews) => {
      queries.setQueryData(['orders', id, 'reviews'], reviews)
    },
  })
}

export function useProfile(id: Ref<string>) {
  return useQuery({
    queryKey: ['people', id],
    queryFn: () => answerOf(api.GET('/api/v1/accounts/{id}/profile', { params: { path: { id: id.value } } })),
  })
}

export function useReviewsAbout(id: Ref<string>) {
  return useInfiniteQuery({
    queryKey: ['people', id, 'reviews'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/accounts/{id}/reviews', {
          params: { path: { id: id.value }, query: pageParam === null ? {} : { cursor: pageParam } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })
}
