import { describe, expect, it } from 'vitest'
import { growthOf } from './plan'
import { entriesOf } from './postings'

function posting(entryId: string, at: string, account: string, amount: number) {
  return { entryId, at, kind: 'CAPTURE', account, amount: { amount, currency: 'CNY' } }
}

describe('postings', () => {
  it('stand together by entry, in the order of time, with their sum', () => {
    const entries = entriesOf([
      posting('b', '2026-11-24T05:00:00Z', 'ESCROW', -500),
      posting('a', '2026-11-24T04:00:00Z', 'PROVIDER_CLEARING', -500),
      posting('a', '2026-11-24T04:00:00Z', 'ESCROW', 500),
      posting('b', '2026-11-24T05:00:00Z', 'SELLER_BALANCE', 499),
    ])
    expect(entries.map(({ id, lines, sum }) => [id, lines.length, sum])).toEqual([
      ['a', 2, 0],
      ['b', 2, -1],
    ])
  })
})

describe('the growth that an indicator prints', () => {
  it('is drawn to the scale of its larger number', () => {
    expect(growthOf({ base: '221', target: '300' })).toEqual({
      base: 221,
      target: 300,
      baseShare: 221 / 300,
      targetShare: 1,
    })
  })

  it.each([
    [null, '4597'],
    ['452', '3-5'],
    ['', '到2025年，政策保障体系更加完善'],
  ])('is not there for %s and %s', (base, target) => {
    expect(growthOf({ base, target })).toBeUndefined()
  })
})
