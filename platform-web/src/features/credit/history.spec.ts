import { expect, test } from 'vitest'
import { placesIn } from './history'

test('a year of scores fills its box from the lowest to the highest', () => {
  expect(placesIn(100, 50, [620, 700, 660])).toEqual([
    { x: 0, y: 50 },
    { x: 50, y: 0 },
    { x: 100, y: 25 },
  ])
})

test('a year without a change is a line', () => {
  expect(placesIn(100, 50, [620, 620]).map(({ y }) => y)).toEqual([50, 50])
})
