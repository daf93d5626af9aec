import { afterEach, describe, expect, it } from 'vitest'
import { mountInApp } from '@/shared/testing/mounting'
import BuyButton from './BuyButton.vue'

afterEach(() => document.body.replaceChildren())

function shownFor(state: string) {
  const listing = { id: '1', title: '书柜', state, price: { amount: 28_000, currency: 'CNY' } }
  return mountInApp(BuyButton, { props: { listing } }).wrapper
}

describe('the buy button', () => {
  it('stays within reach while the listing is for sale, with the price beside it', () => {
    const shown = shownFor('PUBLISHED')
    expect(shown.get('.action').classes()).toContain('action--stays')
    expect(shown.get('button').text()).toBe('立即购买')
    expect(shown.text()).toContain('¥280')
  })

  it.each([
    ['RESERVED', '有人已预订；如果没有成交，会重新上架。'],
    ['SOLD', '已经有了新主人，看看下面的类似商品。'],
    ['WITHDRAWN', '卖家已下架。'],
  ])('says of a listing that is %s why it cannot be bought, and takes no room', (state, why) => {
    const shown = shownFor(state)
    expect(shown.get('.action').classes()).not.toContain('action--stays')
    expect(shown.get('button').attributes('disabled')).toBeDefined()
    expect(shown.text()).toContain(why)
  })
})
