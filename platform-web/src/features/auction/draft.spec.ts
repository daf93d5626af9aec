import { describe, expect, it } from 'vitest'
import { cityClock, cityMoment } from '@/shared/format/cityClock'
import { defaultsOf, planOf } from './draft'

const NOW = Date.parse('2026-11-27T03:20:00Z')
const lot = {
  id: 'lot',
  materialCode: 'NF-AL',
  measure: 'WEIGHT' as const,
  quantity: 28_000_000,
  price: { amount: 1_650_500 },
}

describe('the form for an auction', () => {
  it('begins with the price of the lot, on the tick, and a twentieth as deposit', () => {
    expect(defaultsOf(lot, NOW)).toMatchObject({
      start: '16500',
      tick: '10',
      reserve: '',
      deposit: '23100',
      opens: '2026-11-28T12:00',
      ends: '2026-11-29T12:00',
    })
  })

  it('plans what its format needs, and nothing of the others', () => {
    const form = { ...defaultsOf(lot, NOW), reserve: '17000' }
    const common = {
      startFen: 1_650_000,
      depositFen: 2_310_000,
      opensAt: '2026-11-28T04:00:00.000Z',
      endsAt: '2026-11-29T04:00:00.000Z',
    }

    expect(planOf(form, 'WEIGHT')).toEqual({
      format: 'ENGLISH',
      ...common,
      tickFen: 1_000,
      reserveFen: 1_700_000,
    })
    expect(planOf({ ...form, format: 'SEALED' }, 'WEIGHT')).toEqual({
      format: 'SEALED',
      ...common,
      revealSeconds: 3_600,
      reserveFen: 1_700_000,
    })
    expect(planOf({ ...form, format: 'DUTCH' }, 'WEIGHT')).toEqual({
      format: 'DUTCH',
      ...common,
      dropFen: 5_000,
      tickSeconds: 300,
      floorFen: 1_485_000,
      unit: 1_000_000,
    })
    expect(planOf({ ...form, format: 'YANKEE', unit: 'much' }, 'WEIGHT')).toBeUndefined()
  })

  it('leaves open what a lot without a price says nothing about', () => {
    expect(defaultsOf({ ...lot, price: null }, NOW)).toMatchObject({ start: '', deposit: '' })
  })

  it('reads and shows the clocks of the city', () => {
    expect(cityMoment('2026-11-28T12:00')).toBe('2026-11-28T04:00:00.000Z')
    expect(cityClock(Date.parse('2026-11-28T04:00:00Z'))).toBe('2026-11-28T12:00')
    expect(cityMoment('')).toBeUndefined()
  })
})
