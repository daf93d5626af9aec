// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { needsPhoto, refundFen, remediesFor } from './disputes'

describe('a remedy', () => {
  it('names how much of the price goes back', () => {
    expect(refundFen({ remedy: 'RETURN_AND_REFUND', refundFen: undefined }, 28_000)).toBe(28_000)
    expect(refundFen({ remedy: 'REFUND_WITHOUT_RETURN', refundFen: 1 }, 28_000)).toBe(28_000)
    expect(refundFen({ remedy: 'NO_REFUND', refundFen: undefined }, 28_000)).toBe(0)
    expect(refundFen({ remedy: 'PARTIAL_REFUND', refundFen: 8_400 }, 28_000)).toBe(8_400)
  })

  it.each([undefined, 0, -1, 28_000, 28_001])('is not partial with %s of 28000', (part) => {
    expect(refundFen({ remedy: 'PARTIAL_REFUND', refundFen: part }, 28_000)).toBeUndefined()
  })

  it('cannot be a return of what never arrived', () => {
    expect(remediesFor('NOT_RECEIVED')).not.toContain('RETURN_AND_REFUND')
    expect(remediesFor('DAMAGED')).toContain('RETURN_AND_REFUND')
  })
})

describe('a fault', () => {
  it('has to be shown where it can be seen', () => {
    expect(needsPhoto('DAMAGED')).toBe(true)
    expect(needsPhoto('NOT_RECEIVED')).toBe(false)
  })
})
