import { useQuery } from '@tanstack/vue-query'
import { computed, ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { answerOf, api, type Schemas } from '@/shared/api/client'
import { formatQuantity, type Measure } from '@/shared/format/quantity'
import type { Named } from './catalog'

export type Material = Schemas['Material']
export type QualityAttribute = Schemas['QualityAttribute']

const HOUR_MS = 3_600_000

export function measureOf(of: Material | undefined): Measure {
  return of === undefined || of.unit === 't' ? 'WEIGHT' : 'PIECES'
}

/** What is said of the quality of a material, in order. */
export function useQualityAttributes(code: Ref<string>) {
  const { data } = useQuery({
    queryKey: ['reference', 'materials', code],
    queryFn: () => answerOf(api.GET('/api/v1/materials/{code}', { params: { path: { code: code.value } } })),
    staleTime: HOUR_MS,
    enabled: computed(() => code.value !== ''),
  })
  return computed(() => data.value?.quality ?? [])
}

/**
 * The tree of what is traded as scrap, in the editions of today, with names in the reader's language.
 *
 * @param isWanted where it may not be needed at all
 */
export function useMaterials(isWanted: Ref<boolean> = ref(true)) {
  const { t, locale } = useI18n()
  const query = useQuery({
    queryKey: ['reference', 'materials'],
    queryFn: () => answerOf(api.GET('/api/v1/materials')),
    staleTime: HOUR_MS,
    enabled: isWanted,
  })
  const materials = computed(() => query.data.value ?? [])
  const material = (code: string) => materials.value.find((one) => one.code === code)
  const name = (thing: Named) => (locale.value === 'en' ? thing.nameEn : thing.nameZh)

  function piece(of: Material | undefined): string {
    return locale.value === 'en' || of === undefined ? t('exchange.piece') : of.unit
  }

  return {
    ...query,
    materials,
    material,
    name,
    nameOf: (code: string) => {
      const found = material(code)
      return found === undefined ? code : name(found)
    },
    /** From the root down to the node itself. */
    pathOf: (code: string) =>
      (material(code)?.path ?? [code]).map((step) => material(step)).filter((step) => step !== undefined),
    quantity: (quantity: number, code: string) => {
      const of = material(code)
      return formatQuantity(quantity, measureOf(of), locale.value, piece(of))
    },
    /** What a price is for: a tonne, or a piece. */
    perUnit: (code: string) => {
      const of = material(code)
      return measureOf(of) === 'WEIGHT'
        ? t('exchange.perTonne')
        : t('exchange.perPiece', { piece: piece(of) })
    },
  }
}

/** Those that somebody means: every word is part of a name, a code, a trade word or what people say. */
export function matching(materials: readonly Material[], words: string): Material[] {
  const wanted = words.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  return materials.filter((material) => {
    const said = saidOf(material)
    return wanted.every((word) => said.includes(word))
  })
}

function saidOf({ code, nameZh, nameEn, tradeCode, standard, hsCode, wasteCode, words }: Material): string {
  return [code, nameZh, nameEn, tradeCode, standard, hsCode, wasteCode, ...words]
    .join('\n')
    .normalize('NFKC')
    .toLowerCase()
}
