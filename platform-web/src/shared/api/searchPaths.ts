import type { components } from './schema'

type Schemas = components['schemas']

/** A listing as lists show it. */
export interface ListingCard {
  id: string
  code: string
  title: string
  /** The title in parts, of which some match what was looked for. */
  titleParts: { text: string; matched: boolean }[]
  price: Schemas['Money']
  conditionCode: string
  categoryCode: string
  districtCode: string
  location: Schemas['Place'] | null
  distanceMeters: number | null
  publishedAt: string
  photo: Schemas['PhotoResponse'] | null
}

interface FacetCount {
  code: string
  count: number
}

export interface SearchFacets {
  categories: FacetCount[]
  districts: FacetCount[]
  conditions: FacetCount[]
  prices: { from: number | null; to: number | null; count: number }[]
}

interface SearchAnswer {
  items: ListingCard[]
  total: number
  totalIsExact: boolean
  facets: SearchFacets | null
  nextCursor: string | null
  /** The search engine is down: these are the newest listings. */
  degraded: boolean
}

interface Get<Parameters, Body> {
  get: { parameters: Parameters; responses: { 200: { content: { '*/*': Body } } } }
}

export type SearchSort = 'relevance' | 'newest' | 'price-asc' | 'price-desc' | 'near'

export interface SearchQuery {
  q?: string
  category?: string
  district?: string
  condition?: string
  minPrice?: number
  maxPrice?: number
  near?: string
  withinKm?: number
  sort?: SearchSort
  cursor?: string
  limit?: number
}

export interface SearchPaths {
  '/api/v1/search/listings': Get<{ query: SearchQuery }, SearchAnswer>
  '/api/v1/search/suggestions': Get<{ query: { q: string } }, { suggestions: { text: string }[] }>
  '/api/v1/listings/{id}/similar': Get<{ path: { id: string } }, { items: ListingCard[] }>
}
