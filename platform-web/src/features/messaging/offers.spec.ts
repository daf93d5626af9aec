import { describe, expect, it } from 'vitest'
import { cardText, offerStanding } from './model'
import type { PriceOffer } from './offers'
import type { Message } from './queries'

function card(kind: Message['card'], parameters: Record<string, string>): Message {
  return {
    sequence: 1,
    at: '2026-11-26T04:00:00Z',
    mine: false,
    text: '',
    photoCount: 0,
    photos: [],
    cautions: [],
    card: kind,
    parameters,
  }
}

function offer(changes: Partial<PriceOffer>): PriceOffer {
  return {
    id: '1',
    conversationId: '2',
    listingId: '3',
    author: 'BUYER',
    mine: true,
    price: { amount: 20_000, currency: 'CNY' },
    state: 'OPEN',
    cause: null,
    automatic: false,
    madeAt: '2026-11-26T04:00:00Z',
    deadline: '2026-11-28T04:00:00Z',
    orderId: null,
    actions: [],
    counter: null,
    unpaidByBuyer: 0,
    ...changes,
  }
}

describe('a card', () => {
  it.each([
    [card('OFFER_MADE', { side: 'SELLER', priceFen: '20000' }), 'messaging.card.OFFER_MADE.SELLER', 20_000],
    [
      card('OFFER_LAPSED', { side: 'BUYER', priceFen: '100', cause: 'PRICE_LOWERED' }),
      'messaging.card.OFFER_LAPSED.PRICE_LOWERED',
      100,
    ],
    [card('ORDER_PAID', { orderId: '1' }), 'messaging.card.ORDER_PAID', 0],
  ])('of %o is told by %s', (message, key, price) => {
    expect(cardText(message).key).toBe(key)
    expect(cardText(message).fen['price']).toBe(price)
  })
})

describe('an offer', () => {
  it.each([
    [offer({}), 'OPEN.mine'],
    [offer({ mine: false }), 'OPEN.theirs'],
    [offer({ state: 'LAPSED', cause: 'ITEM_SOLD' }), 'LAPSED.ITEM_SOLD'],
    [offer({ state: 'SUSPENDED' }), 'SUSPENDED'],
  ])('of %o stands as %s', (shown, standing) => {
    expect(offerStanding(shown)).toBe(standing)
  })
})
