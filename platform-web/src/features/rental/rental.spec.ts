import { describe, expect, it } from 'vitest'
import { pollAfterMs } from './polling'
import type { Rental } from './queries'
import { timelineOf } from './timeline'

function step(state: Rental['state']): Rental['steps'][number] {
  return { state, at: '2026-11-28T02:00:00Z', reason: null }
}

describe('the course of a rental', () => {
  it('foretells the good way', () => {
    const line = timelineOf({ state: 'PAID', steps: [step('AWAITING_PAYMENT'), step('PAID')] })
    expect(line.map(({ state }) => state)).toEqual([
      'AWAITING_PAYMENT',
      'PAID',
      'HANDED_OVER',
      'RETURNED',
      'SETTLED',
    ])
    expect(line.filter(({ at }) => at === undefined)).toHaveLength(3)
    expect(line[1]?.isCurrent).toBe(true)
  })

  it('comes back to it from a claim', () => {
    const line = timelineOf({ state: 'CONTESTED', steps: [step('CONTESTED')] })
    expect(line.at(-1)?.state).toBe('SETTLED')
    expect(line).toHaveLength(2)
  })

  it('foretells nothing of what was called off', () => {
    expect(timelineOf({ state: 'CANCELLED', steps: [step('CANCELLED')] })).toHaveLength(1)
  })
})

describe('looking again', () => {
  it('is never done where all is over, and soon where money moves', () => {
    expect(pollAfterMs('SETTLED', 3)).toBe(false)
    expect(pollAfterMs('SETTLING', 1)).toBe(1_000)
    expect(pollAfterMs('SETTLING', 99)).toBe(8_000)
    expect(pollAfterMs('HANDED_OVER', 1)).toBe(15_000)
  })
})
