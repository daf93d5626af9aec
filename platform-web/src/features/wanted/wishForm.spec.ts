import { describe, expect, it } from 'vitest'
import { dayFrom, isMaxPriceWrong, wishFormOf, wishOf } from './wishForm'

const NOW = new Date('2026-11-27T17:00:00Z')

describe('a wish in its form', () => {
  it('looks for thirty days of the city', () => {
    expect(dayFrom(NOW, 0)).toBe('2026-11-28')
    expect(wishFormOf(undefined, undefined, '书柜', NOW).lastDay).toBe('2026-12-28')
  })

  it('is sent without what is empty and without answers that nobody asks for', () => {
    const form = wishFormOf(undefined, undefined, ' 书柜 ', NOW)
    form.root = 'furniture'
    form.answers = { material: 'wood', fuel: 'petrol' }
    form.withinKm = '5'

    expect(wishOf(form, [{ code: 'material' }])).toEqual({
      words: '书柜',
      description: '',
      categoryCode: 'furniture',
      answers: { material: 'wood' },
      lastDay: '2026-12-28',
    })
  })

  it('knows text that is no price', () => {
    const form = wishFormOf(undefined, undefined, '', NOW)
    expect(isMaxPriceWrong(form)).toBe(false)
    form.maxPrice = 'cheap'
    expect(isMaxPriceWrong(form)).toBe(true)
    form.maxPrice = '300.5'
    expect(wishOf(form, []).maxPrice).toEqual({ amount: 30_050, currency: 'CNY' })
  })
})
