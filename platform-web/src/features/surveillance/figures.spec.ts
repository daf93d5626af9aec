import { expect, test } from 'vitest'
import { dealingsOf, digitCounts, placesInStrip } from './figures'
import type { Evidence } from './queries'

function fact(value: number, from = 'a', to: string | null = 'b'): Evidence {
  return {
    tradeId: 't',
    code: 'Y1',
    at: '2026-03-02T00:00:00Z',
    hash: 'h',
    from: { id: from, name: from },
    to: to === null ? null : { id: to, name: to },
    value,
  }
}

test('the digit in front of the step of a scale is counted', () => {
  expect(digitCounts([fact(40_020_000), fact(40_120_000), fact(40_200_000)], 20_000)).toEqual([
    1, 1, 0, 0, 0, 0, 1, 0, 0, 0,
  ])
})

test('several trades between the same two are one arrow', () => {
  expect(dealingsOf([fact(1), fact(1), fact(1, 'b', 'a'), fact(1, 'a', null)])).toEqual([
    { giver: 'a', taker: 'b', trades: 2 },
    { giver: 'b', taker: 'a', trades: 1 },
  ])
})

test('the largest value is at the top, and equal ones in the middle', () => {
  const size = { width: 100, height: 50 }
  expect(placesInStrip([10, 30, 20], [10, 30], size)).toEqual([
    { x: 0, y: 50 },
    { x: 50, y: 0 },
    { x: 100, y: 25 },
  ])
  expect(placesInStrip([7], [7, 7], size)).toEqual([{ x: 50, y: 25 }])
})
