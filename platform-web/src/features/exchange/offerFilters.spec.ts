import { describe, expect, it } from 'vitest'
import { activeFilters, criteriaOf, filtersOf, queryOf, requestOf, wishesOf, without } from './offerFilters'

const address = {
  q: 'Zorba',
  material: 'NF-AL',
  quality: ['al_pct:90..', 'form:sheet|wire'],
  minQuantity: '5000000',
  from: '2026-12-01',
}

describe('the address of a search for lots', () => {
  it('is read and written without a change', () => {
    expect(queryOf(filtersOf(address))).toEqual({ ...address, minQuantity: 5_000_000 })
  })

  it('takes one attribute as well as several', () => {
    expect(filtersOf({ quality: 'al_pct:..98' }).quality).toEqual(['al_pct:..98'])
  })

  it('passes over what means nothing', () => {
    const filters = filtersOf({
      quality: ['al_pct', 'al_pct:..', ':1..'],
      minPrice: 'x',
      to: 'soon',
      sort: 'best',
    })
    expect(queryOf(filters)).toEqual({})
  })

  it('turns ranges the right way round', () => {
    const filters = filtersOf({ minPrice: '9', maxPrice: '1', from: '2026-12-09', to: '2026-12-01' })
    expect(filters).toMatchObject({ minPrice: 1, maxPrice: 9, from: '2026-12-01', to: '2026-12-09' })
  })
})

describe('a question to the server', () => {
  it('has only what is set, and the best matches first where there are words', () => {
    expect(requestOf(filtersOf(address))).toEqual({
      q: 'Zorba',
      material: ['NF-AL'],
      quality: ['al_pct:90..', 'form:sheet|wire'],
      minQuantity: 5_000_000,
      from: '2026-12-01',
      sort: 'relevance',
    })
    expect(requestOf(filtersOf({})).sort).toBe('newest')
  })

  it('takes numbers as they are typed', () => {
    const asked = { min: ' ９０ %', max: 'viel', answers: [] }
    expect(wishesOf({ al_pct: asked, other: { min: '2', max: '1', answers: [] } })).toEqual([
      'al_pct:90..',
      'other:1..2',
    ])
  })
})

describe('distances', () => {
  it('are asked from a district or a point, and kept in no saved search', () => {
    const filters = filtersOf({ near: 'ZZ-XM', within: '30', sort: 'nearest' })
    expect(requestOf(filters)).toEqual({ near: 'ZZ-XM', within: 30, sort: 'nearest' })
    expect(criteriaOf(filters)).toEqual({})
    expect(activeFilters(filters)).toEqual(['within'])
    expect(queryOf(without(filters, 'within'))).toEqual({ near: 'ZZ-XM', sort: 'nearest' })
    expect(filtersOf({ near: '34.748,113.613' }).near).toBe('34.748,113.613')
  })

  it('mean nothing without a place', () => {
    expect(queryOf(filtersOf({ near: 'here', within: '30', sort: 'nearest' }))).toEqual({})
  })
})

describe('filters that are on', () => {
  it('are each taken away alone, but quality goes with its material', () => {
    const filters = filtersOf(address)
    expect(activeFilters(filters)).toEqual([
      'q',
      'material',
      'quality.al_pct',
      'quality.form',
      'quantity',
      'days',
    ])
    expect(without(filters, 'quality.al_pct').quality).toEqual(['form:sheet|wire'])
    expect(criteriaOf(without(filters, 'material'))).not.toHaveProperty('quality')
    expect(activeFilters(without(filters, 'quantity'))).not.toContain('quantity')
  })
})
