import type { LocationQuery, LocationQueryRaw } from 'vue-router'

export const SORTS = ['relevance', 'newest', 'price-asc', 'price-desc', 'near'] as const

export type Sort = (typeof SORTS)[number]

/** What is looked for. It lives in the address, so that it can be shared, bookmarked and gone back to. */
export interface Filters {
  q: string
  category: string
  district: string
  condition: string
  /** In fen. */
  minPrice: number | undefined
  maxPrice: number | undefined
  /** `lat,lon` */
  near: string
  withinKm: number | undefined
  /** Only what is open to swaps; undefined for everything. */
  swap: true | undefined
  /** Only what can be sent; undefined for everything. */
  sent: true | undefined
  sort: Sort | undefined
}

/** A filter that somebody may want to take away again. */
export type FilterName = 'q' | 'category' | 'district' | 'condition' | 'price' | 'near' | 'swap' | 'sent'

export function filtersOf(query: LocationQuery): Filters {
  return {
    q: text(query, 'q'),
    category: text(query, 'category'),
    district: text(query, 'district'),
    condition: text(query, 'condition'),
    ...pricesOf(wholeNumber(query, 'minPrice'), wholeNumber(query, 'maxPrice')),
    near: /^-?[\d.]+,-?[\d.]+$/.test(text(query, 'near')) ? text(query, 'near') : '',
    withinKm: wholeNumber(query, 'withinKm'),
    swap: text(query, 'swap') === 'true' ? true : undefined,
    sent: text(query, 'sent') === 'true' ? true : undefined,
    sort: SORTS.find((sort) => sort === text(query, 'sort')),
  }
}

/** The address of a search: only what is set. */
export function queryOf({ swap, sent, ...filters }: Filters): LocationQueryRaw {
  return Object.fromEntries(
    Object.entries<string | number | undefined>({
      ...filters,
      swap: swap && 'true',
      sent: sent && 'true',
    }).filter(([, value]) => value !== '' && value !== undefined),
  )
}

/** What the server is asked for. */
export function requestOf(filters: Filters) {
  const { near, sort, swap, sent } = filters
  return {
    ...criteriaOf(filters),
    ...(swap === undefined ? {} : { swap }),
    ...(sent === undefined ? {} : { sent }),
    sort: sort === undefined || (sort === 'near' && near === '') ? defaultSort(filters) : sort,
  }
}

/** What is looked for, in whatever order. */
export function criteriaOf(filters: Filters) {
  const { q, category, district, condition, minPrice, maxPrice, near, withinKm } = filters
  return {
    ...(q === '' ? {} : { q }),
    ...(category === '' ? {} : { category: [category] }),
    ...(district === '' ? {} : { district: [district] }),
    ...(condition === '' ? {} : { condition: [condition] }),
    ...(minPrice === undefined ? {} : { minPrice }),
    ...(maxPrice === undefined ? {} : { maxPrice }),
    ...(near === '' ? {} : { near }),
    ...(near === '' || withinKm === undefined ? {} : { withinKm }),
  }
}

/** The best matches first; without words nothing matches better than anything else. */
export function defaultSort(filters: Filters): Sort {
  return filters.q === '' ? 'newest' : 'relevance'
}

/** The filters that are on, in the order of the panel. */
export function activeFilters(filters: Filters): FilterName[] {
  const all: [FilterName, boolean][] = [
    ['q', filters.q !== ''],
    ['category', filters.category !== ''],
    ['price', filters.minPrice !== undefined || filters.maxPrice !== undefined],
    ['condition', filters.condition !== ''],
    ['district', filters.district !== ''],
    ['near', filters.near !== ''],
    ['swap', filters.swap === true],
    ['sent', filters.sent === true],
  ]
  return all.filter(([, isOn]) => isOn).map(([name]) => name)
}

/** The same without one filter; sorting by distance goes with the place. */
export function without(filters: Filters, name: FilterName): Filters {
  switch (name) {
    case 'price':
      return { ...filters, minPrice: undefined, maxPrice: undefined }
    case 'swap':
      return { ...filters, swap: undefined }
    case 'sent':
      return { ...filters, sent: undefined }
    case 'near':
      return {
        ...filters,
        near: '',
        withinKm: undefined,
        sort: filters.sort === 'near' ? undefined : filters.sort,
      }
    default:
      return { ...filters, [name]: '' }
  }
}

function pricesOf(from: number | undefined, to: number | undefined): Pick<Filters, 'minPrice' | 'maxPrice'> {
  const isTurned = from !== undefined && to !== undefined && from > to
  return isTurned ? { minPrice: to, maxPrice: from } : { minPrice: from, maxPrice: to }
}

function text(query: LocationQuery, name: string): string {
  const value = query[name]
  return typeof value === 'string' ? value : ''
}

function wholeNumber(query: LocationQuery, name: string): number | undefined {
  const value = text(query, name)
  return /^\d{1,10}$/.test(value) ? Number(value) : undefined
}
