import { describe, expect, it } from 'vitest'
import { pollAfterMs } from './polling'
import type { OrderState } from './queries'
import { timelineOf } from './timeline'

const AT = '2026-11-24T04:00:00Z'

function orderThat(...states: OrderState[]) {
  return {
    state: states.at(-1) ?? 'AWAITING_PAYMENT',
    steps: states.map((state) => ({ state, at: AT, cause: 'ORDER_PLACED' as const })),
  }
}

function names(...states: OrderState[]) {
  return timelineOf(orderThat(...states)).map((step) =>
    step.at === undefined ? `(${step.state})` : step.state,
  )
}

describe('the timeline', () => {
  it('foretells the good way', () => {
    expect(names('AWAITING_PAYMENT')).toEqual(['AWAITING_PAYMENT', '(PAID)', '(COMPLETED)'])
    expect(names('AWAITING_PAYMENT', 'COLLECTING')).toEqual([
      'AWAITING_PAYMENT',
      'COLLECTING',
      '(PAID)',
      '(COMPLETED)',
    ])
    expect(names('AWAITING_PAYMENT', 'PAID', 'HANDED_OVER').at(-1)).toBe('(COMPLETED)')
  })

  it('foretells another way for what is sent', () => {
    const steps = timelineOf({ ...orderThat('AWAITING_PAYMENT', 'AWAITING_SHIPMENT'), delivery: {} })
    expect(steps.map((step) => step.state)).toEqual([
      'AWAITING_PAYMENT',
      'AWAITING_SHIPMENT',
      'IN_TRANSIT',
      'DELIVERED',
      'COMPLETED',
    ])
  })

  it('foretells nothing once the order is off it', () => {
    expect(names('AWAITING_PAYMENT', 'EXPIRED')).toEqual(['AWAITING_PAYMENT', 'EXPIRED'])
    expect(names('AWAITING_PAYMENT', 'PAID', 'CANCELLING').at(-1)).toBe('CANCELLING')
  })

  it('marks where the order stands', () => {
    const current = timelineOf(orderThat('AWAITING_PAYMENT', 'PAID')).filter((step) => step.isCurrent)
    expect(current.map((step) => step.state)).toEqual(['PAID'])
  })
})

describe('looking again', () => {
  it('is soon at first and then less and less often', () => {
    const pauses = [1, 2, 3, 20].map((looks) => pollAfterMs({ state: 'COLLECTING' }, looks, true))
    expect(pauses[0]).toBe(1_000)
    expect(pauses).toEqual([...pauses].sort((a, b) => Number(a) - Number(b)))
    expect(pauses.at(-1)).toBe(8_000)
  })

  it('is patient where a person has to act, and ends with the order', () => {
    expect(pollAfterMs({ state: 'PAID' }, 1, false)).toBe(15_000)
    for (const state of ['COMPLETED', 'EXPIRED', 'CANCELLED'] as const) {
      expect(pollAfterMs({ state }, 1, false)).toBe(false)
    }
  })

  it('is left to the server where news comes by itself', () => {
    expect(pollAfterMs({ state: 'PAID' }, 1, true)).toBe(false)
    expect(pollAfterMs({ state: 'HANDED_OVER' }, 1, true)).toBe(false)
  })
})
