import { useMutation } from '@tanstack/vue-query'
import { answerOf, api, newIdempotencyKey, type Schemas } from '@/shared/api/client'

export type Verification = Schemas['WipeVerificationVerificationRequest']

export function useWipeDesk() {
  return {
    find: useMutation({
      mutationFn: (code: string) =>
        answerOf(api.GET('/api/v1/wipe-records/{code}', { params: { path: { code } } })),
    }),
    verify: useMutation({
      mutationFn: ({ code, verification }: { code: string; verification: Verification }) =>
        answerOf(
          api.POST('/api/v1/wipe-records/{code}/verification', {
            params: { path: { code }, header: { 'Idempotency-Key': newIdempotencyKey() } },
            body: verification,
          }),
        ),
    }),
  }
}
