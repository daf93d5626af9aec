import { useQuery } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api } from '@/shared/api/client'
import { locale } from '@/shared/i18n/locale'

/** Texts come in the reader’s language, so each language has its own answer. */
export function useProblem(code: Readonly<Ref<string>>) {
  return useQuery({
    queryKey: ['problems', code, locale],
    queryFn: () => answerOf(api.GET('/api/v1/problems/{code}', { params: { path: { code: code.value } } })),
  })
}

export function useProblems() {
  return useQuery({
    queryKey: ['problems', locale],
    queryFn: () => answerOf(api.GET('/api/v1/problems')),
  })
}
