import type { RouteLocationRaw } from 'vue-router'
import type { Schemas } from '@/shared/api/client'
import { criteriaOf, type OfferFilters } from './offerFilters'

const ANYTHING: Schemas['SavedOfferSearchCriteria'] = {
  q: null,
  material: null,
  area: null,
  delivery: null,
  payment: null,
  tax: null,
  packing: null,
  priceBasis: null,
  state: null,
  quality: null,
  minQuantity: null,
  maxQuantity: null,
  minPrice: null,
  maxPrice: null,
  from: null,
  to: null,
}

/** What of a search is kept; its order is not. */
export function keptOf(filters: OfferFilters): Schemas['SavedOfferSearchCriteria'] {
  return { ...ANYTHING, ...criteriaOf(filters) }
}

/** The page that shows what a kept search finds now. */
export function addressOf({ side, words, ...search }: Schemas['OfferSearchFor']): RouteLocationRaw {
  const set = Object.entries({ ...search, q: words }).filter(
    ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  return {
    name: 'exchange',
    params: { tab: side === 'LOT' ? 'lots' : 'demands' },
    // The page knows one value for each facet, and any number of qualities.
    query: Object.fromEntries(
      set.map(([name, value]) => [
        name,
        Array.isArray(value) && name !== 'quality'
          ? (value[0] ?? '')
          : Array.isArray(value)
            ? value
            : String(value),
      ]),
    ),
  }
}
