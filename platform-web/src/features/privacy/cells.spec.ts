import { describe, expect, it } from 'vitest'
import { readable } from './cells'

const format = {
  time: (instant: string) => `at ${instant}`,
  fen: (amount: number) => `${String(amount / 100)} yuan`,
}

describe('a cell of what is kept', () => {
  it.each([
    ['priceFen', 'Price (fen)', '28000', 'Price', '280 yuan'],
    ['priceFen', '价格（分）', '1', '价格', '0.01 yuan'],
    ['at', 'Time', '2026-11-27T01:00:00.5Z', 'Time', 'at 2026-11-27T01:00:00.5Z'],
    ['words', 'Words', '2026-11-27 (maybe)', 'Words', '2026-11-27 (maybe)'],
  ])('%s, %s, %s', (key, label, value, readLabel, readValue) => {
    expect(readable({ key, label, value }, format)).toEqual({ label: readLabel, value: readValue })
  })
})
