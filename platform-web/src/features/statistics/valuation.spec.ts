import { describe, expect, it } from 'vitest'
import type { Valuation } from './queries'
import { knownOf, sideOf, stripOf, type KnownValuation } from './valuation'

function valued(lowFen: number, midFen: number, highFen: number, ...prices: number[]): KnownValuation {
  return {
    level: 'GRADE',
    count: prices.length,
    since: '2026-03',
    lowFen,
    midFen,
    highFen,
    confidence: 'LOW',
    comparables: prices.map((price) => ({
      month: '2026-11',
      condition: 'GOOD',
      district: 'ZZ-JS',
      priceFen: price,
      adjustedFen: price,
    })),
    method: 'second-hand-valuation-1',
    logSize: 10,
    logRoot: 'ab',
  }
}

describe('the strip of trades', () => {
  const valuation = valued(200, 300, 400, 100, 200, 300, 400, 500)

  it('reaches from the lowest price to the highest', () => {
    expect(stripOf(valuation, 250)).toEqual({
      band: { from: 25, width: 50 },
      middle: 50,
      trades: [0, 25, 50, 75, 100],
      own: 37.5,
    })
  })

  it('has a band that is wider than the newest trades', () => {
    expect(stripOf(valued(100, 200, 300, 150, 200), undefined)).toMatchObject({
      band: { from: 0, width: 100 },
      trades: [25, 50],
      own: undefined,
    })
  })

  it('keeps an own price that is far off at its end', () => {
    expect(stripOf(valuation, 90_000).own).toBe(100)
    expect(stripOf(valuation, 1).own).toBe(0)
  })

  it('stands in the middle where all paid the same', () => {
    const same = valued(100, 100, 100, 100, 100)
    expect(stripOf(same, 100)).toEqual({
      band: { from: 50, width: 0 },
      middle: 50,
      trades: [50, 50],
      own: 50,
    })
    expect([stripOf(same, 99).own, stripOf(same, 101).own]).toEqual([0, 100])
  })
})

it('an own price is below, within or above the middle half', () => {
  const valuation = valued(200, 300, 400)
  expect([199, 200, 400, 401].map((fen) => sideOf(valuation, fen))).toEqual([
    'below',
    'within',
    'within',
    'above',
  ])
})

it('a valuation of too few trades says nothing', () => {
  const nothing: Valuation = { ...valued(1, 1, 1), level: null }
  expect(knownOf(nothing)).toBeUndefined()
  expect(knownOf(undefined)).toBeUndefined()
})
