import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, newIdempotencyKey, type Schemas } from '@/shared/api/client'

/** With what is said of its quality. */
export function useMaterial(code: Ref<string>) {
  return useQuery({
    queryKey: ['material', code],
    queryFn: () => answerOf(api.GET('/api/v1/materials/{code}', { params: { path: { code: code.value } } })),
  })
}

/** All, also those that are to come, the first one first. */
export function useEditions(code: Ref<string>) {
  return useQuery({
    queryKey: ['material', code, 'editions'],
    queryFn: () =>
      answerOf(api.GET('/api/v1/materials/{code}/editions', { params: { path: { code: code.value } } })),
  })
}

export function usePublishEdition(code: Ref<string>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (edition: Schemas['MaterialMaterialEditionRequest']) =>
      answerOf(
        api.POST('/api/v1/materials/{code}/editions', {
          params: { path: { code: code.value }, header: { 'Idempotency-Key': newIdempotencyKey() } },
          body: edition,
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['material', code] }),
  })
}
