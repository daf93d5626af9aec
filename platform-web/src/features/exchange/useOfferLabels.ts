import { useI18n } from 'vue-i18n'
import { measureOf, useMaterials, useQualityAttributes } from '@/shared/catalog/materials'
import { useFormat } from '@/shared/format/useFormat'
import { computed, type Ref } from 'vue'
import { askedIn, type Facet, type FilterName, type OfferFilters } from './offerFilters'
import { usePlaces } from '@/shared/trading/places'

/** What codes are called that lots and demands are narrowed by. */
export function useOfferLabels() {
  const { t } = useI18n()
  const { nameOf } = useMaterials()
  const { areaName } = usePlaces()
  return {
    nameOfCode: (facet: Facet, code: string) => {
      switch (facet) {
        case 'material':
          return nameOf(code)
        case 'area':
          return areaName(code)
        case 'state':
          return t(`exchange.state.${code}`, code)
        case 'priceBasis':
          return t(`exchange.priceBasis.${code}`, code)
        case 'delivery':
          return t(`exchange.delivery.${code}`, code)
        case 'payment':
          return t(`exchange.payment.${code}`, code)
        case 'tax':
          return t(`exchange.taxShort.${code}`, code)
        case 'packing':
          return t(`exchange.packed.${code}`, code)
      }
    },
  }
}

/** What a filter that is on is called. */
export function useFilterLabels(filters: Ref<OfferFilters>) {
  const { t } = useI18n()
  const format = useFormat()
  const { nameOfCode } = useOfferLabels()
  const { name, material, quantity } = useMaterials()
  const attributes = useQualityAttributes(computed(() => filters.value.material))
  const { areaName } = usePlaces()

  function between(from: string | undefined, to: string | undefined): string {
    if (from === undefined) {
      return t('exchange.upTo', { to })
    }
    return to === undefined ? t('exchange.fromOn', { from }) : t('exchange.between', { from, to })
  }

  function written<T>(value: T | undefined, write: (value: T) => string): string | undefined {
    return value === undefined ? undefined : write(value)
  }

  function quality(code: string): string {
    const attribute = attributes.value.find((one) => one.code === code)
    const { min, max, answers } = askedIn(filters.value.quality)[code] ?? { min: '', max: '', answers: [] }
    const unit = attribute?.unit ? ` ${attribute.unit}` : ''
    const asked =
      answers.length > 0
        ? answers.map(answerName).join(' / ')
        : between(min === '' ? undefined : `${min}${unit}`, max === '' ? undefined : `${max}${unit}`)
    return `${attribute === undefined ? code : name(attribute)} ${asked}`
  }

  function answerName(answer: string): string {
    return answer === 'true' || answer === 'false'
      ? t(answer === 'true' ? 'listing.yes' : 'listing.no')
      : t(`exchange.answer.${answer}`, answer)
  }

  function placeOf(near: string): string {
    return near.includes(',') ? t('exchange.here') : areaName(near)
  }

  function labelOf(filter: FilterName): string {
    const { q, minQuantity, maxQuantity, minPrice, maxPrice, from, to, material: code } = filters.value
    switch (filter) {
      case 'q':
        return t('search.quoted', { text: q })
      case 'quantity':
        return between(
          written(minQuantity, (grams) => quantity(grams, code)),
          written(maxQuantity, (grams) => quantity(grams, code)),
        )
      case 'price':
        return between(written(minPrice, format.fen), written(maxPrice, format.fen))
      case 'days':
        return between(written(from || undefined, format.day), written(to || undefined, format.day))
      case 'within':
        return t('exchange.withinOf', { km: filters.value.within, place: placeOf(filters.value.near) })
      default:
        return isFacet(filter)
          ? nameOfCode(filter, filters.value[filter])
          : quality(filter.slice('quality.'.length))
    }
  }

  return { labelOf, measure: computed(() => measureOf(material(filters.value.material))) }
}

function isFacet(filter: Facet | `quality.${string}`): filter is Facet {
  return !filter.startsWith('quality.')
}
