import { expect, test } from 'vitest'
import { arrowsOf, placesOnCircle } from './ring'

test('members stand evenly on a circle, the first at the top', () => {
  expect([...placesOnCircle([1, 2]).values()]).toEqual([
    { x: 0, y: -44 },
    { x: 0, y: 44 },
  ])
})

test('there and back are two arrows on different ways', () => {
  const places = placesOnCircle([1, 2])
  const [there, back] = arrowsOf(
    [
      { giver: 1, taker: 2, trades: 2 },
      { giver: 2, taker: 1, trades: 1 },
    ],
    places,
  )
  expect(there?.path).toBe('M0 -33 Q-15.8 0 0 33')
  expect(back?.path).toBe('M0 33 Q15.8 0 0 -33')
})

test('who is not on the circle has no arrow', () => {
  expect(arrowsOf([{ giver: 1, taker: 9, trades: 1 }], placesOnCircle([1]))).toEqual([])
})
