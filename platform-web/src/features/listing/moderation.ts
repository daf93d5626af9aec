import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, newIdempotencyKey } from '@/shared/api/client'

/** What the rules would say if it were published now; asked again for every version. */
export function useRuleCheck(listing: Ref<string>, version: Ref<number>) {
  return useQuery({
    queryKey: ['listings', listing, 'rule-check', version],
    queryFn: () =>
      answerOf(api.GET('/api/v1/listings/{id}/rule-check', { params: { path: { id: listing.value } } })),
    // What was said of the version before stands until this one's answer is there.
    placeholderData: keepPreviousData,
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
