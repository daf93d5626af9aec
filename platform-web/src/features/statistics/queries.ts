import { useQuery } from '@tanstack/vue-query'
import type { Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'

export type Figure = Schemas['DailyFiguresFigure']

/** The figures of some days in a row, each as `2026-11-24`, the oldest first. */
export function useDailyFigures(days: Readonly<Ref<readonly string[]>>) {
  return useQuery({
    queryKey: ['statistics', 'daily', days],
    queryFn: () => {
      const query = { from: days.value.at(0) ?? '', to: days.value.at(-1) ?? '' }
      return answerOf(api.GET('/api/v1/statistics/daily', { params: { query } }))
    },
  })
}
