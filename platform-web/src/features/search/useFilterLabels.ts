import { useI18n } from 'vue-i18n'
import { useCatalog } from '@/shared/catalog/catalog'
import { useFormat } from '@/shared/format/useFormat'
import type { FilterName, Filters } from './filters'

/** What a filter that is on is called. */
export function useFilterLabels() {
  const { t } = useI18n()
  const { categoryName, gradeName, districtName } = useCatalog()
  const format = useFormat()

  function labelOf(filters: Filters, name: FilterName): string {
    switch (name) {
      case 'q':
        return t('search.quoted', { text: filters.q })
      case 'category':
        return categoryName(filters.category)
      case 'condition':
        return gradeName(filters.condition)
      case 'district':
        return districtName(filters.district)
      case 'near':
        return filters.withinKm === undefined
          ? t('search.nearMe')
          : t('search.within', { km: filters.withinKm })
      case 'swap':
        return t('swap.open')
      case 'sent':
        return t('search.sent')
      case 'price':
        return price(filters)
    }
  }

  function price({ minPrice: min, maxPrice: max }: Filters): string {
    if (max === 0) {
      return t('search.free')
    }
    if (min !== undefined && max !== undefined) {
      return t('search.priceBetween', { from: format.fen(min), to: format.fen(max) })
    }
    return min === undefined
      ? t('search.priceTo', { to: format.fen(max ?? 0) })
      : t('search.priceFrom', { from: format.fen(min) })
  }

  return { labelOf }
}
