// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { grouped, isSold, nextStep, thingsIn, THINGS_MAX } from './bundles'
import type { Order } from './queries'

const discount = { fromTwo: 5, fromThree: 10, fromFive: 10 }

function order(id: string, bundle: string | null): Order {
  return { id, bundle: bundle === null ? null : { id: bundle } } as unknown as Order
}

describe('what is chosen for a bundle', () => {
  it('stands in the address once, and as much of it as the server takes', () => {
    expect(thingsIn('a,b,,a')).toEqual(['a', 'b'])
    expect(thingsIn(undefined)).toEqual([])
    expect(thingsIn(Array.from({ length: 12 }, (_, i) => String(i)).join(','))).toHaveLength(THINGS_MAX)
  })

  it('is for sale', () => {
    const price = { amount: 100, currency: 'CNY' }
    expect(isSold({ price, rental: null, swap: null })).toBe(true)
    expect(isSold({ price: { ...price, amount: 0 }, rental: null, swap: null })).toBe(false)
    expect(isSold({ price, rental: { perDay: price, alsoForSale: false }, swap: null })).toBe(false)
  })
})

describe('the next step of a discount', () => {
  it('names how many things are missing', () => {
    expect(nextStep(discount, 1)).toEqual({ more: 1, percent: 5 })
    expect(nextStep(discount, 2)).toEqual({ more: 1, percent: 10 })
  })

  it('is none where more things bring no more', () => {
    expect(nextStep(discount, 3)).toBeUndefined()
    expect(nextStep({ fromTwo: 0, fromThree: 0, fromFive: 0 }, 1)).toBeUndefined()
  })
})

describe('orders in a list', () => {
  it('stand together where they were bought together', () => {
    const groups = grouped([order('1', null), order('2', 'x'), order('3', 'x'), order('4', null)])

    expect(groups.map(({ orders }) => orders.map(({ id }) => id))).toEqual([['1'], ['2', '3'], ['4']])
  })
})
