import { describe, expect, it } from 'vitest'
import { formatQuantity, parseQuantity, typedQuantity } from './quantity'

describe('a quantity', () => {
  it('is in tonnes to the kilogram, or in pieces', () => {
    expect(formatQuantity(28_000_000, 'WEIGHT', 'zh-CN', '件')).toBe('28 吨')
    expect(formatQuantity(19_588_636, 'WEIGHT', 'en', 'pcs')).toBe('19.589 t')
    expect(formatQuantity(1_200, 'PIECES', 'en', 'pcs')).toBe('1,200 pcs')
  })

  it('shows what is less than a kilogram, and the sign of what left', () => {
    expect(formatQuantity(250, 'WEIGHT', 'zh-CN', '件')).toBe('0.00025 吨')
    expect(formatQuantity(-2_500_000, 'WEIGHT', 'zh-CN', '件')).toBe('-2.5 吨')
  })

  it('is exact beyond what floating point holds', () => {
    expect(formatQuantity(9_007_199_254_740_991, 'WEIGHT', 'en', 'pcs')).toBe('9,007,199,254.741 t')
  })
})

describe('typed tonnes', () => {
  it.each([
    ['28', 28_000_000],
    ['28.5 吨', 28_500_000],
    ['１，２００．２５t', 1_200_250_000],
    ['0.000001', 1],
  ])('%s are %d grams', (typed, grams) => {
    expect(parseQuantity(typed, 'WEIGHT')).toBe(grams)
  })

  it.each(['', '0', '-1', '1.0000001', '1e3', 'viel', '12345678901'])('%s are none', (typed) => {
    expect(parseQuantity(typed, 'WEIGHT')).toBeUndefined()
  })

  it('come back as they were typed', () => {
    expect(typedQuantity(28_500_000, 'WEIGHT')).toBe('28.5')
    expect(typedQuantity(100_000_000, 'WEIGHT')).toBe('100')
  })
})

describe('typed pieces', () => {
  it('are whole', () => {
    expect(parseQuantity('12', 'PIECES')).toBe(12)
    expect(parseQuantity('1.5', 'PIECES')).toBeUndefined()
    expect(typedQuantity(100, 'PIECES')).toBe('100')
  })
})
