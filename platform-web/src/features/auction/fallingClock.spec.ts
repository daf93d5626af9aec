import { describe, expect, it } from 'vitest'
import { shownAt } from './fallingClock'

const OPENS = Date.parse('2026-11-27T02:00:00Z')
const MINUTE = 60_000
const clock = {
  opensAt: '2026-11-27T02:00:00Z',
  plannedEnd: '2026-11-27T03:00:00Z',
  startFen: 1_500_000,
  dutch: { dropFen: 50_000, tickSeconds: 60, floorFen: 1_420_000 },
}

describe('a falling clock', () => {
  it('falls exactly at its ticks', () => {
    expect(shownAt(clock, OPENS + MINUTE - 1)).toEqual({ priceFen: 1_500_000, nextAtMs: OPENS + MINUTE })
    expect(shownAt(clock, OPENS + MINUTE).priceFen).toBe(1_450_000)
  })

  it('shows its start before it opens, and never falls below its floor', () => {
    expect(shownAt(clock, OPENS - MINUTE).priceFen).toBe(1_500_000)
    expect(shownAt(clock, OPENS + 30 * MINUTE)).toEqual({ priceFen: 1_450_000, nextAtMs: undefined })
  })

  it('has no tick at its end', () => {
    const short = { ...clock, plannedEnd: '2026-11-27T02:01:00Z' }

    expect(shownAt(short, OPENS + 2 * MINUTE)).toEqual({ priceFen: 1_500_000, nextAtMs: undefined })
  })
})
