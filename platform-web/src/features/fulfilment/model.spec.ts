import { describe, expect, it } from 'vitest'
import { hundredths, needsOf, parseHundredths, parseKilograms, progressOf, STATIONS } from './model'
import type { Delivery } from './queries'

const delivery = (changes: Partial<Delivery>): Delivery =>
  ({
    state: 'CONTRACTED',
    measure: 'WEIGHT',
    allDispatched: true,
    loads: [],
    assays: [],
    claim: null,
    umpire: { laboratory: null, bySeller: null, byBuyer: null },
    ...changes,
  }) as Delivery

describe('weights that a weigher types', () => {
  it('are kilograms, however they are written', () => {
    expect(parseKilograms('32460')).toBe(32_460_000)
    expect(parseKilograms(' ３２,４６０.5 kg')).toBe(32_460_500)
    expect(parseKilograms('32.4605')).toBeUndefined()
    expect(parseKilograms('-1')).toBeUndefined()
    expect(parseKilograms('')).toBeUndefined()
  })
})

describe('readings', () => {
  it('have at most two decimals', () => {
    expect(parseHundredths('97.5')).toBe(9750)
    expect(parseHundredths('1.234')).toBeUndefined()
    expect(hundredths(9750)).toBe('97.5')
    expect(hundredths(100)).toBe('1')
  })
})

describe('what is needed', () => {
  it('is nothing once it is settled', () => {
    expect(needsOf(delivery({ state: 'SETTLED' }))).toEqual([])
  })

  it('is a weight of each side that has not weighed a load', () => {
    const load = { tickets: [{ scale: 'SELLER', supersededAt: null }], countedPieces: null }
    const weighing = delivery({ state: 'DISPATCHED', loads: [load] as Delivery['loads'] })

    expect(needsOf(weighing)).toEqual([{ side: 'BUYER', need: 'weigh' }])
  })

  it('is an officer, once a laboratory is chosen', () => {
    const chosen = { laboratory: '检验院', bySeller: '检验院', byBuyer: '检验院' }

    expect(needsOf(delivery({ state: 'DISPUTED' }))).toHaveLength(2)
    expect(needsOf(delivery({ state: 'DISPUTED', umpire: chosen }))).toEqual([
      { side: 'OFFICER', need: 'umpire' },
    ])
  })
})

describe('the way of a delivery', () => {
  it('has one station where it is, until it is closed', () => {
    expect(STATIONS.map((station) => progressOf('DISPUTED', station))).toEqual([
      'done',
      'done',
      'done',
      'now',
      'ahead',
      'ahead',
      'ahead',
    ])
    expect(STATIONS.map((station) => progressOf('CLOSED', station))).not.toContain('now')
  })
})
