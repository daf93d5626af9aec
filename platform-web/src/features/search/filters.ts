import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { SearchQuery, SearchSort } from '@/shared/api/searchPaths'

export const SORTS = [
  'relevance',
  'newest',
  'price-asc',
  'price-desc',
  'near',
] as const satisfies SearchSort[]

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
  sort: SearchSort | undefined
}

/** A filter that somebody may want to take away again. */
export type FilterName = 'q' | 'category' | 'district' | 'condition' | 'price' | 'near'

export function filtersOf(query: LocationQuery): Filters {
  return {
    q: text(query, 'q'),
    category: text(query, 'category'),
    district: text(query, 'district'),
    condition: text(query, 'condition'),
    minPrice: wholeNumber(query, 'minPrice'),
    maxPrice: wholeNumber(query, 'maxPrice'),
    near: /^-?[\d.]+,-?[\d.]+$/.test(text(query, 'near')) ? text(query, 'near') : '',
    withinKm: wholeNumber(query, 'withinKm'),
    sort: SORTS.find((sort) => sort === text(query, 'sort')),
  }
}

/** Only what is set: for the address and for the server alike. */
export function queryOf(filters: Filters): SearchQuery & LocationQueryRaw {
  return Object.fromEntries(
    Object.entries(filters).filter(([, value]) => value !== '' && value !== undefined),
  )
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
  ]
  return all.filter(([, isOn]) => isOn).map(([name]) => name)
}

/** The same without one filter; sorting by distance goes with the place. */
export function without(filters: Filters, name: FilterName): Filters {
  switch (name) {
    case 'price':
      return { ...filters, minPrice: undefined, maxPrice: undefined }
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

function text(query: LocationQuery, name: string): string {
  const value = query[name]
  return typeof value === 'string' ? value : ''
}

function wholeNumber(query: LocationQuery, name: string): number | undefined {
  const value = text(query, name)
  return /^\d{1,10}$/.test(value) ? Number(value) : undefined
}
