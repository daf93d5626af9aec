// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { Category } from '@/shared/catalog/catalog'
import { formOf, isPriceWrong, isRentalWrong, isStockWrong, offerOf, stockMeant } from './offerForm'

const SHELVES: Category = {
  code: 'storage-furniture',
  parent: 'furniture',
  nameZh: '柜与书架',
  nameEn: 'Cabinets and shelves',
  icon: 'file-cabinet',
  serviceLife: null,
  attributes: [
    {
      code: 'material',
      type: 'CHOICE',
      unit: null,
      required: false,
      group: null,
      nameZh: '材质',
      nameEn: 'Material',
      choices: [],
    },
  ],
}

const NOTHING_ASKED = { category: undefined, checklist: undefined }
const NO_PHOTOS = { ids: [], shots: {} }

describe('an offer', () => {
  it('may leave everything out while it is a draft', () => {
    expect(offerOf(formOf(undefined), NOTHING_ASKED, NO_PHOTOS)).toEqual({
      title: '',
      description: '',
      categoryCode: null,
      attributes: {},
      conditionCode: null,
      price: null,
      districtCode: null,
      location: null,
      photoIds: [],
      report: null,
      forSale: true,
      rental: null,
      swap: null,
      gift: null,
      shipping: null,
      stock: null,
    })
  })

  it('is of one thing, unless there are several of the same', () => {
    const form = { ...formOf(undefined), stock: '６' }
    expect(offerOf(form, NOTHING_ASKED, NO_PHOTOS).stock).toBeNull()
    expect(offerOf({ ...form, isStock: true }, NOTHING_ASKED, NO_PHOTOS).stock).toBe(6)
    expect(offerOf({ ...form, isStock: true, forGift: true }, NOTHING_ASKED, NO_PHOTOS).stock).toBeNull()
  })

  it.each(['', '0', 'a few', '1.5'])('of several says how many: %j is no number', (stock) => {
    expect(isStockWrong({ ...formOf(undefined), isStock: true, stock })).toBe(true)
    expect(isStockWrong({ ...formOf(undefined), isStock: false, stock })).toBe(false)
  })

  it('means as many fewer as were sold while it was written', () => {
    expect(stockMeant('10', 10, 7)).toBe('7')
    expect(stockMeant('12', 10, 7)).toBe('9')
    expect(stockMeant('2', 10, 7)).toBe('1')
    expect(stockMeant('', 10, 7)).toBe('')
  })

  it('that is given away is neither sold nor lent, and keeps what was typed for whoever changes their mind', () => {
    const form = { ...formOf(undefined), price: '280', forRent: true, forGift: true }
    expect(offerOf(form, NOTHING_ASKED, NO_PHOTOS)).toMatchObject({
      forSale: false,
      rental: null,
      price: null,
      gift: { choice: 'DRAW', windowHours: 48, pickupHours: 72 },
    })
    expect(isRentalWrong(form)).toBe(false)
    expect(offerOf({ ...form, forGift: false }, NOTHING_ASKED, NO_PHOTOS).price).toEqual({
      amount: 28_000,
      currency: 'CNY',
    })
  })

  it('is lent on whole terms only', () => {
    const form = formOf(undefined)
    const terms = { ...form.rental, perDay: '30', deposit: '300', maxDays: '２１' }
    expect(offerOf({ ...form, forRent: true, rental: terms }, NOTHING_ASKED, NO_PHOTOS).rental).toEqual({
      perDay: { amount: 3_000, currency: 'CNY' },
      perWeek: null,
      deposit: { amount: 30_000, currency: 'CNY' },
      minDays: 1,
      maxDays: 21,
      bufferDays: 1,
    })
    expect(isRentalWrong({ ...form, forRent: true })).toBe(true)
    expect(offerOf({ ...form, rental: terms }, NOTHING_ASKED, NO_PHOTOS).rental).toBeNull()
  })

  it('has its price in fen', () => {
    const form = { ...formOf(undefined), price: '1,280.50' }
    expect(offerOf(form, NOTHING_ASKED, NO_PHOTOS).price).toEqual({ amount: 128_050, currency: 'CNY' })
    expect(isPriceWrong(form)).toBe(false)
  })

  it('says nothing of a price that is none', () => {
    const form = { ...formOf(undefined), price: '面议' }
    expect(offerOf(form, NOTHING_ASKED, NO_PHOTOS).price).toBeNull()
    expect(isPriceWrong(form)).toBe(true)
  })

  it('sends only answers to its category’s questions', () => {
    const form = { ...formOf(undefined), attributes: { material: 'wood', brand: 'Apple', length_cm: '' } }
    expect(offerOf(form, { ...NOTHING_ASKED, category: SHELVES }, NO_PHOTOS).attributes).toEqual({
      material: 'wood',
    })
  })
})
