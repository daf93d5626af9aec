// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { boundsFormOf, boundsOf, isBoundWrong, isDecidedAnew, UNDECIDED } from './offerBounds'

describe('the bounds of offers', () => {
  it('are as they were, until something is typed', () => {
    const decided = {
      takesOffers: true,
      autoAccept: { amount: 90_050, currency: 'CNY' },
      autoDecline: null,
      version: 3,
    }
    const form = boundsFormOf(decided)
    expect(form).toEqual({ takesOffers: true, autoAccept: '900.50', autoDecline: '' })
    expect(isDecidedAnew(form, decided)).toBe(false)
    expect(isDecidedAnew({ ...form, autoDecline: '700' }, decided)).toBe(true)
    expect(isDecidedAnew({ ...form, takesOffers: false }, decided)).toBe(true)
    expect(isDecidedAnew({ ...form, autoAccept: '' }, decided)).toBe(true)
  })

  it('are sent in fen', () => {
    expect(boundsOf({ takesOffers: true, autoAccept: '900', autoDecline: ' 700.5 ' })).toEqual({
      takesOffers: true,
      autoAccept: { amount: 90_000, currency: 'CNY' },
      autoDecline: { amount: 70_050, currency: 'CNY' },
    })
  })

  it('may be left out, but not be something else than prices', () => {
    expect(boundsOf(boundsFormOf(UNDECIDED))).toEqual({ takesOffers: true })
    expect(isBoundWrong('')).toBe(false)
    expect(isBoundWrong('九百')).toBe(true)
  })
})
