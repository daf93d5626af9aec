// @vitest-environment happy-dom
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

  it('asks how many of a stock, and shows what that costs', async () => {
    const listing = {
      id: '1',
      title: '餐椅',
      state: 'PUBLISHED',
      price: { amount: 1_250, currency: 'CNY' },
      left: 4,
    }
    const { wrapper } = mountInApp(BuyButton, { props: { listing } })
    await wrapper.get('[aria-label="多一件"]').trigger('click')
    expect(wrapper.text()).toContain('¥25')
    expect(wrapper.text()).toContain('还剩 4 件')
  })

  it('says of a stock that all of it is reserved', () => {
    const listing = {
      id: '1',
      title: '餐椅',
      state: 'RESERVED',
      price: { amount: 1_250, currency: 'CNY' },
      left: 0,
    }
    expect(mountInApp(BuyButton, { props: { listing } }).wrapper.text()).toContain('已全部被订下')
  })
})
