import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { answerOf, api, type Schemas } from '@/shared/api/client'

export type Figure = Schemas['DailyFiguresFigure']
export type PlaceFigure = Schemas['DailyFiguresPlaceFigure']
export type Valuation = Schemas['ValuationAnswer']

/** What is valued, in codes; '' for what is not known. */
export interface Thing {
  category: string
  condition: string
  district: string
}

const MINUTE_MS = 60_000

/** The figures of some days in a row, each as `2026-11-24`, the oldest first. */
export function useDailyFigures(days: Readonly<Ref<readonly string[]>>) {
  return useQuery({
    queryKey: ['statistics', 'daily', days],
    queryFn: () => answerOf(api.GET('/api/v1/statistics/daily', { params: { query: periodOf(days) } })),
  })
}

/** What was sold at each place itself, in the same days. */
export function usePlaceFigures(days: Readonly<Ref<readonly string[]>>) {
  return useQuery({
    queryKey: ['statistics', 'places', days],
    queryFn: () => answerOf(api.GET('/api/v1/statistics/places', { params: { query: periodOf(days) } })),
  })
}

/** What the places are called, by their codes. A market day that is over has left the list and keeps its code. */
export function usePlaceNames() {
  return useQuery({
    queryKey: ['statistics', 'place-names'],
    queryFn: async () => {
      const [points, corners, markets] = await Promise.all([
        answerOf(api.GET('/api/v1/points')),
        answerOf(api.GET('/api/v1/book-corners')),
        answerOf(api.GET('/api/v1/market-days')),
      ])
      return new Map([
        ...points.map((point): [string, string] => [point.code, point.name]),
        ...corners.map((corner): [string, string] => [corner.code, corner.school]),
        ...markets.map((market): [string, string] => [market.code, market.title]),
      ])
    },
  })
}

/** What such things are sold for; asked once there is a category. */
export function useValuation(thing: Readonly<Ref<Thing>>) {
  return useQuery({
    queryKey: ['statistics', 'valuation', thing],
    queryFn: () => answerOf(api.GET('/api/v1/valuations', { params: { query: known(thing.value) } })),
    enabled: computed(() => thing.value.category !== ''),
    staleTime: MINUTE_MS,
  })
}

function known({ category, condition, district }: Thing) {
  return {
    category,
    ...(condition === '' ? {} : { condition }),
    ...(district === '' ? {} : { district }),
  }
}

function periodOf(days: Readonly<Ref<readonly string[]>>) {
  return { from: days.value.at(0) ?? '', to: days.value.at(-1) ?? '' }
}
