import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'
import { useSession } from '@/shared/session/session'

export type SellerFacts = Schemas['CounterpartyRecordSellerResponse']
export type BuyerFacts = Schemas['CounterpartyRecordBuyerResponse']

/** How an organisation has kept its deals. */
export function useRecord(organisation: Ref<string>) {
  const session = useSession()
  return useQuery({
    queryKey: ['records', organisation],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/organisations/{id}/record', { params: { path: { id: organisation.value } } }),
      ),
    enabled: () => session.isSignedIn,
  })
}

export function useReply(organisation: Ref<string>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ deal, words }: { deal: string; words: string }) =>
      answerOf(
        api.PUT('/api/v1/deals/{id}/claim-reply', {
          params: { path: { id: deal } },
          body: { organisationId: organisation.value, words },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['records', organisation] }),
  })
}
