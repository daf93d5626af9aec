import { describe, expect, it } from 'vitest'
import { amountIn, CONTRADICTIONS, growthOf } from './plan'
import { entriesOf } from './postings'
import en from '@/shared/i18n/en.json'
import zhCN from '@/shared/i18n/zh-CN.json'

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

describe('what is counted for an indicator', () => {
  const progress = {
    byArea: [
      { area: 'ZZ-GC', amount: 3, most: 8 },
      { area: 'ZZ-JK', amount: 5, most: 5 },
      { area: '', amount: 2, most: 2 },
    ],
  }

  it('is the sum of all areas and of what names none, and of one area its own', () => {
    expect(amountIn(progress, undefined)).toEqual({ amount: 10, most: 10 })
    expect(amountIn(progress, 'ZZ-GC')).toEqual({ amount: 3, most: 8 })
    expect(amountIn(progress, 'ZZ-SJ')).toEqual({ amount: 0, most: 0 })
  })
})

it('each contradiction of the plan is told in both languages', () => {
  for (const { plan } of [zhCN, en]) {
    expect(Object.keys(plan.contradiction).sort()).toEqual([...CONTRADICTIONS].sort())
  }
})
