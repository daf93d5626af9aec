import { describe, expect, it } from 'vitest'
import type { WeekPrice } from './queries'
import { fridayOf, keyOf, keysIn, pricedOf, seriesOf } from './weeks'

function row(material: string, monday: string, more: Partial<WeekPrice> = {}): WeekPrice {
  return {
    week: monday,
    monday,
    vintage: 'P',
    level: 'CITY',
    material,
    area: 'ZZ',
    trades: 6,
    outliers: 0,
    sellers: '5-9',
    buyers: '3-4',
    tonnes: '100-249',
    vwapFen: 1_733_214,
    medianFen: 1_731_000,
    p10Fen: 1_720_000,
    p90Fen: 1_745_000,
    lowFen: 1_725_000,
    highFen: 1_740_000,
    effectiveGroupsMilli: 5_000,
    holdsCaps: true,
    logSize: 10,
    publishedAt: '2026-11-24T00:00:00Z',
    ...more,
  }
}

describe('weeks', () => {
  it('tells a class from what is left of it', () => {
    const rows = [row('NF-AL', '2026-11-09', { level: 'PARENT' }), row('NF-AL', '2026-11-16')]

    expect(keysIn(rows)).toEqual(['NF-AL', 'NF-AL+'])
    expect(pricedOf('NF-AL+')).toEqual({ material: 'NF-AL', isRest: true })
    expect(keyOf(pricedOf('NF-AL'))).toBe('NF-AL')
  })

  it('has the weeks of one area, the oldest first', () => {
    const rows = [
      row('NF-AL-TWI', '2026-11-16'),
      row('NF-AL-TWI', '2026-11-16', { area: 'ZZ-GY', level: 'AREA' }),
      row('NF-AL-TWI', '2026-11-09'),
    ]

    expect(seriesOf(rows, 'NF-AL-TWI', 'ZZ').map(({ monday }) => monday)).toEqual([
      '2026-11-09',
      '2026-11-16',
    ])
  })

  it('ends a trading week on its Friday', () => {
    expect(fridayOf('2026-11-30')).toBe('2026-12-04')
  })
})
