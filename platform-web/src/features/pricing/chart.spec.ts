import { describe, expect, it } from 'vitest'
import { changeBp, monthsBefore, nearest, placed, scaleOf } from './chart'

describe('the scale of a chart', () => {
  it('holds all prices between round marks', () => {
    expect(scaleOf([19_850, 19_945])).toEqual({
      low: 19_850,
      high: 19_950,
      marks: [19_850, 19_875, 19_900, 19_925, 19_950],
    })
  })

  it('has room for a price that never moved', () => {
    const { low, high } = scaleOf([20_000, 20_000])
    expect(low).toBeLessThanOrEqual(20_000)
    expect(high).toBeGreaterThan(low)
  })
})

describe('points', () => {
  const points = [
    { day: '2026-11-02', value: 100 },
    { day: '2026-11-03', value: 200 },
    { day: '2026-11-06', value: 150 },
  ]

  it('stand where their days are, not where their places are', () => {
    expect(placed(points, { low: 100, high: 200, marks: [] })).toEqual([
      { x: 0, y: 100 },
      { x: 25, y: 0 },
      { x: 100, y: 50 },
    ])
  })

  it('are found under a finger', () => {
    expect(nearest(points, 0.3)).toBe(1)
    expect(nearest(points, 1)).toBe(2)
  })
})

it('a month before the last of March is the last of February', () => {
  expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28')
  expect(monthsBefore('2026-01-15', 3)).toBe('2025-10-15')
})

it('a change is counted in hundredths of a per cent', () => {
  expect(changeBp(1_990_500, 1_985_000)).toBe(28)
  expect(changeBp(1, undefined)).toBeUndefined()
})
