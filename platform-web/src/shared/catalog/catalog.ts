import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { answerOf, api, type Schemas } from '@/shared/api/client'

export type Category = Schemas['Category']
export type Attribute = Schemas['Attribute']
export type ServiceLife = Schemas['ServiceLife']
export type ConditionGrade = Schemas['ConditionGrade']

/** Reference data with a name in both languages. */
export interface Named {
  code: string
  nameZh: string
  nameEn: string
}

const HOUR_MS = 3_600_000

/** The reference data that listings are made of, with names in the reader's language. */
export function useCatalog() {
  const { locale } = useI18n()
  const categories = useReference('categories', () => answerOf(api.GET('/api/v1/categories')))
  const grades = useReference('condition-grades', () => answerOf(api.GET('/api/v1/condition-grades')))
  const districts = useReference('districts', () => answerOf(api.GET('/api/v1/districts')))

  const name = (thing: Named) => (locale.value === 'en' ? thing.nameEn : thing.nameZh)
  const nameIn = (things: readonly Named[] | undefined, code: string | null | undefined) => {
    const found = things?.find((thing) => thing.code === code)
    return found === undefined ? (code ?? '') : name(found)
  }

  return {
    categories: computed(() => categories.data.value ?? []),
    roots: computed(() => (categories.data.value ?? []).filter((category) => category.parent === null)),
    grades: computed(() => grades.data.value ?? []),
    districts: computed(() => districts.data.value ?? []),
    name,
    category: (code: string | null | undefined) => categories.data.value?.find((one) => one.code === code),
    grade: (code: string | null | undefined) => grades.data.value?.find((one) => one.code === code),
    categoryName: (code: string | null | undefined) => nameIn(categories.data.value, code),
    gradeName: (code: string | null | undefined) => nameIn(grades.data.value, code),
    districtName: (code: string | null | undefined) => nameIn(districts.data.value, code),
    sourceOf: (life: ServiceLife) => (locale.value === 'en' ? life.sourceEn : life.sourceZh),
    definition: (grade: ConditionGrade) => (locale.value === 'en' ? grade.definitionEn : grade.definitionZh),
  }
}

/** Changes only with a release. */
function useReference<T>(name: string, queryFn: () => Promise<T>) {
  return useQuery({ queryKey: ['reference', name], queryFn, staleTime: HOUR_MS })
}
