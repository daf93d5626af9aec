import { useI18n } from 'vue-i18n'
import { useMaterials } from '@/shared/catalog/materials'
import { useFormat } from '@/shared/format/useFormat'
import type { Graph } from './queries'

type SeenBatch = Graph['batches'][number]
type SeenParcel = Graph['parcels'][number]

const WHOLE = 10_000

/** What stands beside the things of a chain. */
export function useGraphWords() {
  const { t, locale } = useI18n()
  const { nameOf, quantity } = useMaterials()
  const format = useFormat()

  function kindOf({ kind, process }: Pick<SeenBatch, 'kind' | 'process'>): string {
    return process === null ? t(`custody.kind.${kind}`) : t(`custody.process.${process}`)
  }

  function weight(grams: number | null, materialCode: string): string {
    return grams === null ? t('custody.hidden') : quantity(grams, materialCode)
  }

  return {
    kindOf,
    weight,
    batchLabel: (batch: SeenBatch) => kindOf(batch),
    parcelLabel: (parcel: SeenParcel) =>
      parcel.grams === null
        ? nameOf(parcel.materialCode)
        : `${nameOf(parcel.materialCode)}\n${quantity(parcel.grams, parcel.materialCode)}`,
    isDocumented: (parcel: SeenParcel) => parcel.documentedBasisPoints > 0,
    documented: (basisPoints: number) =>
      new Intl.NumberFormat(locale.value, { style: 'percent', maximumFractionDigits: 2 }).format(
        basisPoints / WHOLE,
      ),
    partyOf: (graph: Graph, number: number | null) => {
      const party = graph.parties.find((one) => one.number === number)
      return party?.name ?? t('custody.somebody', { number: number ?? 0 })
    },
    dayOf: (batch: SeenBatch) => (batch.happenedOn === null ? '' : format.cityDate(batch.happenedOn)),
  }
}
