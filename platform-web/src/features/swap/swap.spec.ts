import { describe, expect, it } from 'vitest'
import type { SwapParty } from './queries'
import { aheadOf, giverOf, nextIn, ownOf, pollAfterMs, receiverOf } from './swap'

/** Only who it is: nothing else is looked at. */
function party(id: string): SwapParty {
  return { id } as SwapParty
}

describe('a ring', () => {
  const ring = { parties: [party('a'), party('b'), party('c')], me: 0 }

  it('gives to the next, and the last to the first', () => {
    expect(receiverOf(ring).id).toBe('b')
    expect(giverOf(ring).id).toBe('c')
    expect(nextIn(ring, 2).id).toBe('a')
  })

  it('of two gives and gets between the same', () => {
    const pair = { parties: [party('a'), party('b')], me: 1 }
    expect(ownOf(pair).id).toBe('b')
    expect(receiverOf(pair).id).toBe('a')
    expect(giverOf(pair).id).toBe('a')
  })
})

describe('the course of a swap', () => {
  it('foretells the good way, and nothing of what was called off', () => {
    expect(aheadOf('PROPOSED')).toEqual(['AGREED', 'SETTLED'])
    expect(aheadOf('COLLECTING')).toEqual(['AGREED', 'SETTLED'])
    expect(aheadOf('RETURNING')).toEqual([])
  })
})

describe('looking again', () => {
  it('is never done where all is over, and soon where money moves', () => {
    expect(pollAfterMs('BROKEN', 3)).toBe(false)
    expect(pollAfterMs('COLLECTING', 1)).toBe(1_000)
    expect(pollAfterMs('CANCELLING', 99)).toBe(8_000)
    expect(pollAfterMs('AGREED', 1)).toBe(15_000)
  })
})
