import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, newIdempotencyKey, type Schemas } from '@/shared/api/client'

export type Appraisal = Schemas['AppraisalResponse']
export type OnDesk = Schemas['AppraisalDeskThingResponse']
type Finding = Schemas['AppraisalDeskFindingRequest']

export function useAppraisal(listing: Ref<string>) {
  return useQuery({
    queryKey: ['listings', listing, 'appraisal'],
    queryFn: () =>
      answerOf(api.GET('/api/v1/listings/{id}/appraisal', { params: { path: { id: listing.value } } })),
  })
}

export function usePointsToChoose() {
  return useQuery({ queryKey: ['points', ''], queryFn: () => answerOf(api.GET('/api/v1/points')) })
}

export function useBooking(listing: Ref<string>) {
  const queries = useQueryClient()
  const keep = (appraisal: Appraisal) => {
    queries.setQueryData(['listings', listing.value, 'appraisal'], appraisal)
  }
  return {
    book: useMutation({
      mutationFn: (body: Schemas['AppraisalBookingRequest']) =>
        answerOf(
          api.POST('/api/v1/listings/{id}/appraisals', { params: { path: { id: listing.value } }, body }),
        ),
      onSuccess: keep,
    }),
    cancel: useMutation({
      mutationFn: (id: string) =>
        answerOf(api.POST('/api/v1/appraisals/{id}/cancellation', { params: { path: { id } } })),
      onSuccess: keep,
    }),
  }
}

export function useCertificate(code: Ref<string>) {
  return useQuery({
    queryKey: ['appraisal-certificates', code],
    queryFn: () =>
      answerOf(api.GET('/api/v1/appraisal-certificates/{code}', { params: { path: { code: code.value } } })),
  })
}

export function useBooked() {
  return useQuery({
    queryKey: ['appraisal-desk'],
    queryFn: () => answerOf(api.GET('/api/v1/appraisal-desk')),
    staleTime: 0,
  })
}

/** The operator's own; a refusal says that there is none. */
export function useLicence() {
  return useQuery({
    queryKey: ['my', 'appraiser-licence'],
    queryFn: () => answerOf(api.GET('/api/v1/my/appraiser-licence')),
    retry: false,
  })
}

export function useCertify() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ code, body }: { code: string; body: Finding }) =>
      answerOf(
        api.POST('/api/v1/appraisal-desk/{code}/certificate', {
          params: { path: { code }, header: { 'Idempotency-Key': newIdempotencyKey() } },
          body,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['appraisal-desk'] }),
  })
}
