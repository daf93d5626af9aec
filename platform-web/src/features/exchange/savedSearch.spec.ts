import { describe, expect, it } from 'vitest'
import { filtersOf } from './offerFilters'
import { addressOf, keptOf } from './savedSearch'

describe('a saved search', () => {
  it('keeps what is looked for, and leads back to it', () => {
    const address = { q: 'Zorba', material: 'NF-AL', quality: ['al_pct:90..'], minQuantity: '5000000' }

    const kept = keptOf(filtersOf({ ...address, sort: 'price-asc' }))

    expect(kept).toMatchObject({ q: 'Zorba', material: ['NF-AL'], quality: ['al_pct:90..'], area: null })
    expect(kept).not.toHaveProperty('sort')
    expect(
      addressOf({
        side: 'LOT',
        words: 'Zorba',
        material: ['NF-AL'],
        area: [],
        delivery: [],
        payment: [],
        tax: [],
        packing: [],
        priceBasis: [],
        state: [],
        quality: ['al_pct:90..'],
        minQuantity: 5_000_000,
        maxQuantity: null,
        minPrice: null,
        maxPrice: null,
        from: null,
        to: null,
      }),
    ).toEqual({ name: 'exchange', params: { tab: 'lots' }, query: address })
  })
})
