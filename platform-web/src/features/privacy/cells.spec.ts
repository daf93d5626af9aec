import { describe, expect, it } from 'vitest'
import { readable, type Reader } from './cells'

const TEXTS: Record<string, string> = {
  'identity.role.RESIDENT': 'Resident',
  'order.state.PAID': 'Paid, held in trust',
  'payment.payoutState.PAID': 'Paid out',
  'messaging.kind.ORDER_PAID': 'Order paid',
  'oversight.sides.SELLER': 'Seller',
  'privacy.word.true': 'Yes',
}

const reader: Reader = {
  time: (instant) => `at ${instant}`,
  fen: (amount) => `${String(amount / 100)} yuan`,
  list: (parts) => parts.join(', '),
  text: (key) => TEXTS[key],
  category: (code) => `category ${code}`,
  district: (code) => `district ${code}`,
}

describe('a cell of what is kept', () => {
  it.each([
    ['listing.offers', 'priceFen', 'Price (fen)', '28000', 'Price', '280 yuan'],
    ['listing.offers', 'priceFen', '价格（分）', '1', '价格', '0.01 yuan'],
    ['listing.offers', 'at', 'Time', '2026-11-27T01:00:00.5Z', 'Time', 'at 2026-11-27T01:00:00.5Z'],
    ['listing.offers', 'words', 'Words', '2026-11-27 (maybe)', 'Words', '2026-11-27 (maybe)'],
    ['identity.account', 'roles', 'Roles', '[RESIDENT]', 'Roles', 'Resident'],
    ['order.purchases', 'state', 'State', 'PAID', 'State', 'Paid, held in trust'],
    ['payment.money', 'state', 'State', 'PAID', 'State', 'Paid out'],
    ['order.purchases', 'side', 'Side', 'SELLER', 'Side', 'Seller'],
    ['messaging.notices', 'kind', 'Kind', 'ORDER_PAID', 'Kind', 'Order paid'],
    ['messaging.notices', 'inApp', 'In the app', 'true', 'In the app', 'Yes'],
    [
      'interest.searches',
      'categories',
      'Categories',
      '[car, bicycle]',
      'Categories',
      'category car, category bicycle',
    ],
    ['interest.searches', 'districts', 'Districts', '[]', 'Districts', ''],
    ['interest.traces', 'district', 'District', 'ZZ-XY', 'District', 'district ZZ-XY'],
    ['trace.log', 'kind', 'Kind', 'HMAC-SHA-256', 'Kind', 'HMAC-SHA-256'],
  ])('%s, %s, %s, %s', (topic, key, label, value, readLabel, readValue) => {
    expect(readable(topic, { key, label, value }, reader)).toEqual({ label: readLabel, value: readValue })
  })

  it('tells what a notification spoke of, once, and no address', () => {
    const value = JSON.stringify({
      path: '/orders/01a0f1f9-a950-7000-b911-0f4cff08cd5a',
      side: 'SELLER',
      price: '2125.00',
      title: 'Camera',
      words: 'Camera',
    })
    expect(readable('messaging.notices', { key: 'parameters', label: 'Content', value }, reader).value).toBe(
      'Seller, 2125 yuan, Camera',
    )
  })
})
