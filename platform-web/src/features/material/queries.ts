import { useQuery } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api } from '@/shared/api/client'

/** With what is said of its quality. */
export function useMaterial(code: Ref<string>) {
  return useQuery({
    queryKey: ['material', code],
    queryFn: () => answerOf(api.GET('/api/v1/materials/{code}', { params: { path: { code: code.value } } })),
  })
}
