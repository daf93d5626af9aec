import { expect, test } from 'vitest'
import { arrowsOf, placesOnCircle } from './ring'

test('members stand evenly on a circle, the first at the top', () => {
  expect([...placesOnCircle(['a', 'b']).values()]).toEqual([
    { x: 0, y: -44 },
    { x: 0, y: 44 },
  ])
})

test('there and back are two arrows on different ways', () => {
  const places = placesOnCircle(['a', 'b'])
  const [there, back] = arrowsOf(
    [
      { giver: 'a', taker: 'b', trades: 2 },
      { giver: 'b', taker: 'a', trades: 1 },
    ],
    places,
  )
  expect(there?.path).toBe('M0 -33 Q-15.8 0 0 33')
  expect(back?.path).toBe('M0 33 Q15.8 0 0 -33')
})

test('who is not on the circle has no arrow', () => {
  expect(arrowsOf([{ giver: 'a', taker: 'x', trades: 1 }], placesOnCircle(['a']))).toEqual([])
})
