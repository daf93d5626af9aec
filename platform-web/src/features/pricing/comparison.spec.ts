import { describe, expect, it } from 'vitest'
import { placed } from './chart'
import { fixingOf, seriesFor } from './comparison'

describe('what a deal is compared with', () => {
  it('is the fixing of its day, or of the last trading day before', () => {
    const fixings = [
      { day: '2026-11-05', fenPerTonne: 1_985_000 },
      { day: '2026-11-06', fenPerTonne: 1_990_000 },
    ]

    expect(fixingOf(fixings, '2026-11-05')).toBe(1_985_000)
    expect(fixingOf(fixings, '2026-11-08')).toBe(1_990_000)
    expect(fixingOf(fixings, '2026-11-04')).toBeUndefined()
  })

  it('is the reference of its metal', () => {
    expect(seriesFor('NF-CU-BARE')).toBe('CU')
    expect(seriesFor('PA-OCC')).toBe('AD')
  })

  it('stands in the same time as the reference', () => {
    const span = { first: '2026-11-01', last: '2026-11-11' }

    expect(placed([{ day: '2026-11-06', value: 5 }], { low: 0, high: 10, marks: [] }, span)).toEqual([
      { x: 50, y: 50 },
    ])
  })
})
