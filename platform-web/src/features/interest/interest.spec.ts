import { describe, expect, it } from 'vitest'
import { addressOf } from './criteria'
import { mainReason, pointsOf } from './reasons'

describe('the reasons of a card', () => {
  it('show what is known of the reader before what is true of all goods', () => {
    const fresh = { kind: 'FRESH', points: 40, code: null } as const
    const near = { kind: 'NEAR_DISTRICT', points: 10, code: 'ZZ-EQ' } as const
    expect(mainReason([fresh, near])).toBe(near)
    expect(mainReason([fresh])).toBe(fresh)
    expect(mainReason([])).toBeUndefined()
    expect(pointsOf([fresh, near])).toBe(50)
  })
})

describe('a saved search', () => {
  it('leads to the search that it was', () => {
    const nothing = {
      category: [],
      district: [],
      condition: [],
      minPrice: null,
      maxPrice: null,
      near: null,
      withinKm: null,
    }
    expect(addressOf({ ...nothing, q: '书柜', district: ['ZZ-JS'], maxPrice: 30000 })).toEqual({
      q: '书柜',
      district: 'ZZ-JS',
      maxPrice: 30000,
    })
    expect(addressOf({ ...nothing, q: '', near: '34.758,113.665', withinKm: 5 })).toEqual({
      near: '34.758,113.665',
      withinKm: 5,
    })
  })
})
