import { describe, expect, it } from 'vitest'
import { activeFilters, filtersOf, queryOf, requestOf, without } from './filters'

const EVERYTHING = {
  q: '书柜',
  category: 'storage-furniture',
  district: 'ZZ-JS',
  condition: 'GOOD',
  minPrice: '10000',
  maxPrice: '50000',
  near: '34.75,113.66',
  withinKm: '5',
  swap: 'true',
  sent: 'true',
  sort: 'near',
}

describe('the filters in an address', () => {
  it('come back as they went in', () => {
    const filters = filtersOf(EVERYTHING)
    expect(queryOf(filters)).toEqual({ ...EVERYTHING, minPrice: 10_000, maxPrice: 50_000, withinKm: 5 })
  })

  it('are nothing for a bare address', () => {
    expect(activeFilters(filtersOf({}))).toEqual([])
    expect(queryOf(filtersOf({}))).toEqual({})
  })

  it('pass over what is none', () => {
    const odd = filtersOf({
      minPrice: '-5',
      maxPrice: 'much',
      near: 'here',
      withinKm: '1e3',
      sort: 'best',
      q: ['a', 'b'],
    })
    expect(queryOf(odd)).toEqual({})
  })

  it('turn round a price range that stands on its head', () => {
    expect(filtersOf({ minPrice: '500', maxPrice: '100' })).toMatchObject({ minPrice: 100, maxPrice: 500 })
  })
})

describe('a filter that is taken away', () => {
  it('takes all of its parts with it', () => {
    const filters = filtersOf(EVERYTHING)
    expect(without(filters, 'price')).toMatchObject({ minPrice: undefined, maxPrice: undefined })
    expect(without(filters, 'near')).toMatchObject({ near: '', withinKm: undefined, sort: undefined })
    expect(activeFilters(without(filters, 'district'))).not.toContain('district')
  })
})

describe('the request', () => {
  it('sorts by relevance where there are words, else by time', () => {
    expect(requestOf(filtersOf({ q: '书柜' })).sort).toBe('relevance')
    expect(requestOf(filtersOf({})).sort).toBe('newest')
  })

  it('asks for a distance only with a place', () => {
    const request = requestOf(filtersOf({ withinKm: '5', sort: 'near' }))
    expect(request).not.toHaveProperty('withinKm')
    expect(request.sort).toBe('newest')
  })
})
