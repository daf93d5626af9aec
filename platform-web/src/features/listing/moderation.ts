import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answerOf, api, newIdempotencyKey } from '@/shared/api/client'

/** What the rules would say if it were published now; asked again for every version. */
export function useRuleCheck(listing: Ref<string | undefined>, version: Ref<number | undefined>) {
  return useQuery({
    queryKey: ['listings', listing, 'rule-check', version],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/listings/{id}/rule-check', { params: { path: { id: listing.value ?? '' } } }),
      ),
    enabled: computed(() => listing.value !== undefined),
    placeholderData: (before) => before,
  })
}

/** The latest that moderators were asked about an own listing. */
export function useModeration(listing: Ref<string>) {
  return useQuery({
    queryKey: ['listings', listing, 'moderation'],
    queryFn: () =>
      answerOf(api.GET('/api/v1/listings/{id}/moderation', { params: { path: { id: listing.value } } })),
  })
}

export function useAppeal(listing: Ref<string>) {
  const queries = useQueryClient()
  const key = newIdempotencyKey()
  return useMutation({
    mutationFn: (words: string) =>
      answerOf(
        api.POST('/api/v1/listings/{id}/appeal', {
          params: { path: { id: listing.value }, header: { 'Idempotency-Key': key } },
          body: { words },
        }),
      ),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['listings', listing.value] }),
        queries.invalidateQueries({ queryKey: ['my', 'listings'] }),
      ]),
  })
}
