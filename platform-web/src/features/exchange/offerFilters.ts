import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { nothingAsked, type AskedForm } from '@/shared/trading/asked'

export const SORTS = [
  'relevance',
  'newest',
  'price-asc',
  'price-desc',
  'quantity-desc',
  'quantity-asc',
  'nearest',
] as const

export type Sort = (typeof SORTS)[number]

/** What is chosen from a list with counts, in the order of the panel. */
export const FACETS = [
  'material',
  'area',
  'state',
  'priceBasis',
  'delivery',
  'payment',
  'tax',
  'packing',
] as const

export type Facet = (typeof FACETS)[number]

/** What is looked for among lots or demands. It lives in the address, so that it can be shared and gone back to. */
export interface OfferFilters extends Record<Facet, string> {
  q: string
  /** `al_pct:90..` or `form:sheet|wire` */
  quality: string[]
  /** Grams or pieces. */
  minQuantity: number | undefined
  maxQuantity: number | undefined
  /** In fen for a tonne or a piece. */
  minPrice: number | undefined
  maxPrice: number | undefined
  /** Days on which a lot can be inspected, or a demand is needed. */
  from: string
  to: string
  /** From where distances are: a district, or `lat,lon`. */
  near: string
  /** Kilometres from there. */
  within: number | undefined
  sort: Sort | undefined
}

/** A filter that somebody may want to take away again; of quality one attribute. */
export type FilterName = Facet | 'q' | 'quantity' | 'price' | 'days' | 'within' | `quality.${string}`

const DAY = /^\d{4}-\d{2}-\d{2}$/
const PLACE = /^(?:[A-Z0-9-]{1,20}|-?\d{1,2}(?:\.\d{1,15})?,-?\d{1,3}(?:\.\d{1,15})?)$/
const STRETCH = /^(\d{1,9}(?:\.\d{1,6})?)?\.\.(\d{1,9}(?:\.\d{1,6})?)?$/

export function filtersOf(query: LocationQuery): OfferFilters {
  const text = (name: string) => {
    const value = query[name]
    return typeof value === 'string' ? value : ''
  }
  const number = (name: string) => (/^\d{1,12}$/.test(text(name)) ? Number(text(name)) : undefined)
  const day = (name: string) => (DAY.test(text(name)) ? text(name) : '')
  const quality = query['quality'] ?? []
  const [minQuantity, maxQuantity] = inOrder(number('minQuantity'), number('maxQuantity'))
  const [minPrice, maxPrice] = inOrder(number('minPrice'), number('maxPrice'))
  const near = PLACE.test(text('near')) ? text('near') : ''
  const [from, to] = inOrder(day('from') || undefined, day('to') || undefined)
  return {
    q: text('q'),
    material: text('material'),
    area: text('area'),
    state: text('state'),
    priceBasis: text('priceBasis'),
    delivery: text('delivery'),
    payment: text('payment'),
    tax: text('tax'),
    packing: text('packing'),
    quality: wishesOf(askedIn([quality].flat().filter((wish) => wish !== null))),
    minQuantity,
    maxQuantity,
    minPrice,
    maxPrice,
    from: from ?? '',
    to: to ?? '',
    near,
    within: near === '' ? undefined : kilometresOf(text('within')),
    sort: SORTS.find((sort) => sort === text('sort') && (sort !== 'nearest' || near !== '')),
  }
}

function inOrder<T extends number | string>(
  from: T | undefined,
  to: T | undefined,
): [T | undefined, T | undefined] {
  return from !== undefined && to !== undefined && from > to ? [to, from] : [from, to]
}

/** The address of a search: only what is set. */
export function queryOf(filters: OfferFilters): LocationQueryRaw {
  return Object.fromEntries(
    Object.entries(filters).filter(
      ([, value]) => value !== '' && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  )
}

/** What the server is asked for. */
export function requestOf(filters: OfferFilters) {
  const { near, within } = filters
  return {
    ...criteriaOf(filters),
    ...(near === '' ? {} : { near }),
    ...(within === undefined ? {} : { within }),
    sort: filters.sort ?? defaultSort(filters),
  }
}

/** What is looked for, in whatever order and from wherever. */
export function criteriaOf(filters: OfferFilters) {
  const { q, quality, minQuantity, maxQuantity, minPrice, maxPrice, from, to } = filters
  const chosen = Object.fromEntries(
    FACETS.filter((facet) => filters[facet] !== '').map((facet) => [facet, [filters[facet]]]),
  ) as Partial<Record<Facet, string[]>>
  return {
    ...chosen,
    ...(q === '' ? {} : { q }),
    ...(quality.length === 0 ? {} : { quality }),
    ...(minQuantity === undefined ? {} : { minQuantity }),
    ...(maxQuantity === undefined ? {} : { maxQuantity }),
    ...(minPrice === undefined ? {} : { minPrice }),
    ...(maxPrice === undefined ? {} : { maxPrice }),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
  }
}

/** The best matches first; without words nothing matches better than anything else. */
export function defaultSort({ q }: OfferFilters): Sort {
  return q === '' ? 'newest' : 'relevance'
}

/** The filters that are on, in the order of the panel. */
export function activeFilters(filters: OfferFilters): FilterName[] {
  const ranges: [FilterName, boolean][] = [
    ['quantity', filters.minQuantity !== undefined || filters.maxQuantity !== undefined],
    ['price', filters.minPrice !== undefined || filters.maxPrice !== undefined],
    ['days', filters.from !== '' || filters.to !== ''],
    ['within', filters.within !== undefined],
  ]
  return [
    ...(filters.q === '' ? [] : ['q' as const]),
    ...FACETS.filter((facet) => filters[facet] !== ''),
    ...Object.keys(askedIn(filters.quality)).map((code) => `quality.${code}` as const),
    ...ranges.filter(([, isOn]) => isOn).map(([name]) => name),
  ]
}

/** The same without one filter; what is asked of the quality of a material goes with it. */
export function without(filters: OfferFilters, name: FilterName): OfferFilters {
  switch (name) {
    case 'quantity':
      return { ...filters, minQuantity: undefined, maxQuantity: undefined }
    case 'price':
      return { ...filters, minPrice: undefined, maxPrice: undefined }
    case 'days':
      return { ...filters, from: '', to: '' }
    case 'within':
      return { ...filters, within: undefined }
    case 'material':
      return { ...filters, material: '', quality: [] }
    default:
      return name.startsWith('quality.')
        ? { ...filters, quality: filters.quality.filter((wish) => !wish.startsWith(`${name.slice(8)}:`)) }
        : { ...filters, [name]: '' }
  }
}

/** What is asked of each attribute, as it stands in the form; what is not written as it should be is passed over. */
export function askedIn(wishes: readonly string[]): Record<string, AskedForm> {
  return Object.fromEntries(
    wishes.flatMap((wish) => {
      const [, code, asked] = /^([a-z0-9_]{1,40}):(.+)$/.exec(wish) ?? []
      return code === undefined || asked === undefined ? [] : [[code, askedOf(asked)]]
    }),
  )
}

function askedOf(asked: string): AskedForm {
  const stretch = STRETCH.exec(asked)
  return stretch === null
    ? { ...nothingAsked(), answers: asked.split('|').filter((answer) => answer !== '') }
    : { ...nothingAsked(), min: stretch[1] ?? '', max: stretch[2] ?? '' }
}

/** As the address and the server have it; what is no number, or an empty stretch, is left out. */
export function wishesOf(asked: Record<string, AskedForm>): string[] {
  return Object.entries(asked).flatMap(([code, { min, max, answers }]) => {
    if (answers.length > 0) {
      return [`${code}:${answers.join('|')}`]
    }
    const [least, most] = [plain(min), plain(max)]
    const isTurned = least !== '' && most !== '' && Number(least) > Number(most)
    const stretch = isTurned ? `${most}..${least}` : `${least}..${most}`
    return stretch === '..' ? [] : [`${code}:${stretch}`]
  })
}

function plain(typed: string): string {
  const number = typed.normalize('NFKC').replace(/[\s%]/g, '')
  return /^\d{1,9}(\.\d{1,6})?$/.test(number) ? number : ''
}

/** As far as the server looks. */
const KILOMETRES_MAX = 500

function kilometresOf(typed: string): number | undefined {
  const kilometres = /^[1-9]\d{0,2}$/.test(typed) ? Number(typed) : undefined
  return kilometres === undefined || kilometres > KILOMETRES_MAX ? undefined : kilometres
}
