import { describe, expect, it } from 'vitest'
import { netOf, parseFen, rateWords, usedShare } from './model'

describe('amounts that are typed from an invoice', () => {
  it('are fen, with or without separators', () => {
    expect(parseFen('276,106.19')).toBe(27_610_619)
    expect(parseFen(' ¥12.5 元')).toBe(1_250)
    expect(parseFen('０')).toBe(0)
  })

  it('are refused where they are none', () => {
    expect(parseFen('')).toBeUndefined()
    expect(parseFen('1.234')).toBeUndefined()
    expect(parseFen('-1')).toBeUndefined()
  })
})

describe('a price with tax', () => {
  it('is split as the server splits it', () => {
    expect(netOf(31_200_000, 1_300)).toBe(27_610_619)
    expect(netOf(1_010_000, 100)).toBe(1_000_000)
    expect(netOf(1_010_000, 0)).toBe(1_010_000)
  })

  it('names its rate', () => {
    expect(rateWords(1_300)).toBe('13%')
    expect(rateWords(0)).toBe('0%')
  })
})

describe('the gauge of a limit', () => {
  it('shows what is used up, never more than all of it', () => {
    expect(usedShare(500, 500)).toBe('0%')
    expect(usedShare(500, 100)).toBe('80%')
    expect(usedShare(500, -1)).toBe('100%')
  })
})
