// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { isVin, useMarks, type Reading } from './vehicle'

describe('a vehicle identification number', () => {
  it.each(['1M8GDM9AXKP042788', '1m8g-dm9a xkp042788', '11111111111111111'])('%s adds up', (typed) => {
    expect(isVin(typed)).toBe(true)
  })

  it.each(['1M8GDM9A1KP042788', '1M8GDM9AXKP04278', '1M8GDM9AXKPO42788', ''])('%s does not', (typed) => {
    expect(isVin(typed)).toBe(false)
  })
})

describe('the chart of a mileage', () => {
  const reading = (readOn: string, km: number): Reading => ({ readOn, km, source: 'SELLER' })

  it('begins at the left and stands highest where it went farthest', () => {
    const marks = useMarks(
      () => [reading('2020-01-01', 0), reading('2021-01-01', 50), reading('2022-01-01', 100)],
      300,
      80,
    )

    expect(marks.value.map(({ y }) => y)).toEqual([80, 40, 0])
    expect(marks.value[0]?.x).toBe(0)
    expect(marks.value[2]?.x).toBe(300)
  })

  it('shows a single reading in its middle', () => {
    expect(useMarks(() => [reading('2020-01-01', 10)], 300, 80).value).toMatchObject([{ x: 150, y: 0 }])
  })
})
