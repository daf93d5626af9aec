import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { answerOf, api, type Schemas } from '@/shared/api/client'
import { Problem } from '@/shared/api/problem'
import { cityDay } from '@/shared/format/time'

export type TradeRule = Schemas['TradeRule']

const WIPE_RULE = 'data-wipe'
const VEHICLE_RULE = 'vehicle-reported-stolen'
const DAY_MS = 86_400_000
const STALE_MS = 600_000

/** The rules in force and those announced, with texts in the reader's language. */
export function useRules() {
  const { data, error, refetch } = useQuery({
    queryKey: ['rules'],
    queryFn: () => answerOf(api.GET('/api/v1/rules')),
    staleTime: STALE_MS,
  })
  const wipeRules = computed(() => data.value?.filter((rule) => rule.id === WIPE_RULE) ?? [])
  return {
    rules: data,
    error,
    refetch,
    /** Whether goods of the category hold data, so that their number and how they were wiped is asked for. */
    isDevice: (category: string | null | undefined) =>
      category != null && (wipeRules.value[0]?.categories.includes(category) ?? false),
    /** Whether goods of the category are vehicles, so that number, papers and mileage are asked for. */
    isVehicle: (category: string | null | undefined) =>
      category != null &&
      (data.value?.some((rule) => rule.id === VEHICLE_RULE && rule.categories.includes(category)) ?? false),
    /** Days until nobody may sell a device without a verified wipe record; 0 from that day on. */
    daysUntilWipeIsNeeded: computed(() => {
      const strict = wipeRules.value.find((rule) => rule.severity === 'REFUSE')
      return strict === undefined ? 0 : daysUntil(strict.from)
    }),
  }
}

export function useRuleTexts() {
  const { locale } = useI18n()
  const isEnglish = () => locale.value === 'en'
  return {
    titleOf: (rule: TradeRule) => (isEnglish() ? rule.titleEn : rule.titleZh),
    sourceOf: (rule: TradeRule) => (isEnglish() ? rule.sourceEn : rule.sourceZh),
    adviceOf: (rule: TradeRule) => (isEnglish() ? rule.adviceEn : rule.adviceZh),
  }
}

/** Those that a refusal names. */
export function rulesIn(error: unknown): TradeRule[] {
  const rules = error instanceof Problem ? error.extensions['rules'] : undefined
  return Array.isArray(rules) ? (rules as TradeRule[]) : []
}

/** From the city's today; 0 for the past. */
export function daysUntil(day: string, today: string = cityDay()): number {
  return Math.max(0, Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS))
}
