import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import { answerOf, api, newIdempotencyKey } from '@/shared/api/client'

const MUTE = ['my', 'mute']
const APPEALS = ['moderation', 'mute-appeals']

/** Whether the reader may write to people. */
export function useMute() {
  return useQuery({ queryKey: MUTE, queryFn: () => answerOf(api.GET('/api/v1/my/mute')) })
}

export function useMuteAppeal() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (words: string) =>
      answerOf(
        api.POST('/api/v1/my/mute/appeal', {
          params: { header: { 'Idempotency-Key': newIdempotencyKey() } },
          body: { words },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: MUTE }),
  })
}

export function useWaitingMuteAppeals() {
  return useQuery({
    queryKey: APPEALS,
    queryFn: () => answerOf(api.GET('/api/v1/moderation/mute-appeals')),
  })
}

export function useMuteAppealDecision() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, granted, remark }: { id: string; granted: boolean; remark: string }) =>
      answerOf(
        api.POST('/api/v1/moderation/mute-appeals/{id}/decision', {
          params: { path: { id }, header: { 'Idempotency-Key': newIdempotencyKey() } },
          body: { granted, remark },
        }),
      ),
    // Somebody else may have been faster: the queue is wrong either way.
    onSettled: () => queries.invalidateQueries({ queryKey: APPEALS }),
  })
}
