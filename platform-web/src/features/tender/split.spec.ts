import { describe, expect, it } from 'vitest'
import type { ComparedLine } from './queries'
import { picksOf, splitOf, valueOf } from './split'

/** Sixty tonnes in parts of ten: 40 t at 15,000, 60 t at 15,100, 30 t at 15,200 that nobody stands by any more. */
const line = {
  line: { number: 1, measure: 'WEIGHT', quantity: 60_000_000, leastQuantity: 10_000_000 },
  cheapest: [
    { quoteId: 'a', quantity: 40_000_000 },
    { quoteId: 'b', quantity: 20_000_000 },
  ],
  quotes: [
    quote('a', 40, 1_500_000),
    quote('b', 60, 1_510_000),
    { ...quote('c', 30, 1_520_000), valid: false },
  ],
} as unknown as ComparedLine

function quote(id: string, tonnes: number, fen: number) {
  return {
    quote: { id, quantity: tonnes * 1_000_000 },
    comparedPrice: { amount: fen, currency: 'CNY' },
    leastQuantity: 10_000_000,
    valid: true,
  }
}

function wishes(...said: [string, string, string?][]) {
  return Object.fromEntries(said.map(([id, quantity, reason = '']) => [id, { quantity, reason }]))
}

describe('what a part is worth', () => {
  it.each([
    [1_500_000, 40_000_000, 60_000_000],
    [1, 500_000, 0],
    [3, 500_000, 2],
  ])('%d fen a tonne of %d grams are %d fen, halves to the even one', (fen, grams, value) => {
    expect(valueOf(fen, grams, 'WEIGHT')).toBe(value)
  })

  it('is the price times the number of pieces', () => {
    expect(valueOf(12_345, 3, 'PIECES')).toBe(37_035)
  })
})

describe('a split', () => {
  it('from the cheapest on needs no reason and costs the least', () => {
    const split = splitOf(line, wishes(['a', '40'], ['b', '20']))

    expect(split).toMatchObject({ taken: 60_000_000, value: 90_200_000, least: 90_200_000, isWrong: false })
    expect(split.toExplain.size).toBe(0)
  })

  it('that passes over a cheaper quote has to be explained', () => {
    const split = splitOf(line, wishes(['b', '60']))

    expect([...split.toExplain]).toEqual(['b'])
    expect(split.value - split.least).toBe(400_000)
  })

  it.each([
    ['more than is asked for', wishes(['a', '40'], ['b', '30'])],
    ['less than the smallest part', wishes(['a', '9'])],
    ['more than was quoted', wishes(['a', '41'])],
    ['what is no quantity', wishes(['a', 'viel'])],
    ['a quote that nobody stands by', wishes(['c', '10'])],
  ])('of %s is wrong', (_, typed) => {
    expect(splitOf(line, typed).isWrong).toBe(true)
  })

  it('that is the cheapest needs no reason where smallest parts leave some of a cheaper quote', () => {
    const tight = {
      ...line,
      cheapest: [
        { quoteId: 'a', quantity: 35_000_000 },
        { quoteId: 'b', quantity: 10_000_000 },
      ],
    }

    expect(splitOf(tight, wishes(['a', '35'], ['b', '10'])).toExplain.size).toBe(0)
    expect([...splitOf(tight, wishes(['a', '30'], ['b', '15'])).toExplain]).toEqual(['b'])
  })

  it('is sent without what is left empty', () => {
    expect(picksOf([line], wishes(['a', ''], ['b', '20', ' 含铝量更高 ']))).toEqual([
      { quoteId: 'b', quantity: 20_000_000, reason: '含铝量更高' },
    ])
  })
})
