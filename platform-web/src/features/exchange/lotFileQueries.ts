import { useMutation, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'

export type ImportedRow = Schemas['LotFileImportedRow']

/** What a file would come to; nothing is changed. */
export function useImportTrial(organisation: Ref<string>) {
  return useMutation({
    mutationFn: (file: string) =>
      answerOf(
        api.POST('/api/v1/organisations/{id}/lot-import-trials', {
          params: { path: { id: organisation.value } },
          body: { file },
        }),
      ),
  })
}

/** Offers what can be offered; sent again it offers nothing twice. */
export function useImport(organisation: Ref<string>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (file: string) =>
      answerOf(
        api.POST('/api/v1/organisations/{id}/lot-imports', {
          params: { path: { id: organisation.value } },
          body: { file },
        }),
      ),
    onSettled: () =>
      Promise.all(['lots', 'organisation'].map((what) => queries.invalidateQueries({ queryKey: [what] }))),
  })
}
