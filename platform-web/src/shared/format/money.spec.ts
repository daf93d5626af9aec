import { describe, expect, it } from 'vitest'
import { formatAmount, formatPrice, parseYuan, typedYuan, yuan } from './money'

describe('a price', () => {
  it('shows fen only where there are any', () => {
    expect(formatPrice(yuan(128_000), 'zh-CN')).toBe('¥1,280')
    expect(formatPrice(yuan(50), 'zh-CN')).toBe('¥0.50')
    expect(formatPrice(yuan(128_005), 'en')).toBe('¥1,280.05')
  })

  it('is exact beyond what floating point holds', () => {
    expect(formatAmount(yuan(900_719_925_474_099_1), 'zh-CN')).toBe('¥90,071,992,547,409.91')
  })
})

describe('an amount', () => {
  it('always shows fen, and the sign of what was taken', () => {
    expect(formatAmount(yuan(0), 'zh-CN')).toBe('¥0.00')
    expect(formatAmount(yuan(-1_005), 'zh-CN')).toBe('-¥10.05')
  })
})

describe('typed yuan', () => {
  it.each([
    ['1280', 128_000],
    ['1,280.5', 128_050],
    ['¥ 0.01', 1],
    ['１２８０．５０', 128_050],
    ['10000000', 1_000_000_000],
    [' 35 元 ', 3_500],
  ])('%s is %i fen', (typed, fen) => {
    expect(parseYuan(typed)).toBe(fen)
  })

  it.each(['', '0', '0.00', '-5', '1.234', '10000000.01', '1e5', 'abc', '.5', '1.'])(
    '%s is no price',
    (typed) => {
      expect(parseYuan(typed)).toBeUndefined()
    },
  )

  it('comes back as it was typed', () => {
    for (const fen of [1, 50, 100, 128_000, 128_005]) {
      expect(parseYuan(typedYuan(fen))).toBe(fen)
    }
  })
})
