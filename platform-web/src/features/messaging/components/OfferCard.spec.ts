// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { fakeServer } from '@/shared/testing/fakeServer'
import { mountInApp } from '@/shared/testing/mounting'
import type { PriceOffer } from '../offers'
import OfferCard from './OfferCard.vue'

afterEach(() => document.body.replaceChildren())

const MONEY = { currency: 'CNY' }
const THEIRS: PriceOffer = {
  id: 'o1',
  conversationId: 'c1',
  listingId: 'l1',
  author: 'BUYER',
  mine: false,
  price: { amount: 20_000, ...MONEY },
  state: 'OPEN',
  cause: null,
  automatic: false,
  madeAt: '2026-11-26T04:00:00Z',
  deadline: new Date(Date.now() + 3_600_000).toISOString(),
  orderId: null,
  actions: ['ACCEPT', 'COUNTER', 'DECLINE'],
  counter: { least: { amount: 20_001, ...MONEY }, most: { amount: 27_999, ...MONEY } },
  unpaidByBuyer: 0,
}

function shown(changes: Partial<PriceOffer>) {
  return mountInApp(OfferCard, { props: { offer: { ...THEIRS, ...changes } } }).wrapper
}

function button(wrapper: ReturnType<typeof shown>, text: string) {
  const found = wrapper.findAll('button').find((one) => one.text() === text)
  if (found === undefined) {
    throw new Error(`There is no button ${text}`)
  }
  return found
}

describe('an offer', () => {
  it('tells a seller who may answer how often this buyer did not pay', () => {
    expect(shown({ unpaidByBuyer: 2 }).text()).toContain('这位买家近一年有 2 次议价成交后没有付款')
    expect(shown({}).text()).not.toContain('没有付款')
  })

  it('has no buttons for who made it', () => {
    const mine = shown({ mine: true, actions: [], counter: null })
    expect(mine.findAll('button')).toHaveLength(0)
    expect(mine.text()).toContain('等待对方答复')
    expect(mine.get('[role="timer"]').text()).toMatch(/剩余 (59:\d\d|1:00:00)/)
  })

  it('is accepted only by who says so twice', async () => {
    const asked = fakeServer(() => ({ body: { ...THEIRS, state: 'ACCEPTED', orderId: 'x' } }))
    const card = shown({})
    await button(card, '接受').trigger('click')
    expect(asked).toHaveLength(0)
    await button(card, '确认成交').trigger('click')
    await nextTick()
    await expect.poll(() => asked.map(({ path }) => path)).toContain('/api/v1/price-offers/o1/acceptance')
  })

  it('is countered only with a price that may be named', async () => {
    const asked = fakeServer(() => ({ body: THEIRS }))
    const card = shown({})
    await button(card, '还价').trigger('click')
    const field = card.get('input')
    await field.setValue('200')
    await card.get('form').trigger('submit')
    expect(asked).toHaveLength(0)
    expect(card.get('.field__note').text()).toBe('可填 ¥200.01 至 ¥279.99')
    await field.setValue('250')
    await card.get('form').trigger('submit')
    await expect
      .poll(() => asked.find(({ method }) => method === 'POST')?.body)
      .toEqual({ price: { amount: 25_000, currency: 'CNY' } })
  })

  it('leads the buyer of an accepted one to the payment', () => {
    const accepted = shown({ mine: true, state: 'ACCEPTED', actions: [], deadline: null, orderId: 'x' })
    expect(accepted.get('a').text()).toBe('去付款')
    expect(accepted.get('a').attributes('href')).toBe('/order/x')
  })
})
