import { describe, expect, it } from 'vitest'
import { parseCount } from './count'

describe('a count', () => {
  it.each([
    ['3', 3],
    [' 40 ', 40],
    ['２１', 21],
    ['0', 0],
    ['999', 999],
  ])('is read from %j', (typed, count) => expect(parseCount(typed)).toBe(count))

  it.each(['', '1000', '-1', '1.5', 'two', '1e3'])('is not read from %j', (typed) =>
    expect(parseCount(typed)).toBeUndefined(),
  )
})
