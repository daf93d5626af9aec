import { describe, expect, it } from 'vitest'
import { choose, isBusy, isChosen, plusDays, plusMonths, weeksOf } from './calendar'

const BUSY = [{ first: '2026-11-28', last: '2026-11-30' }]
const NOTHING = { first: undefined, last: undefined }

describe('a month', () => {
  it('begins its weeks on Monday and has all of its days', () => {
    const weeks = weeksOf('2026-11')
    expect(weeks[0]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined, '2026-11-01'])
    expect(weeks.flat().filter((day) => day !== undefined)).toHaveLength(30)
    expect(weeks.every((week) => week.length === 7)).toBe(true)
  })

  it('follows another over the end of a year', () => {
    expect(plusMonths('2026-12', 1)).toBe('2027-01')
    expect(plusMonths('2027-01', -1)).toBe('2026-12')
  })
})

describe('days', () => {
  it('follow each other over months and leap days', () => {
    expect(plusDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(plusDays('2026-12-31', 1)).toBe('2027-01-01')
  })

  it('are busy from the first to the last', () => {
    expect(['2026-11-27', '2026-11-28', '2026-11-30', '2026-12-01'].map((day) => isBusy(day, BUSY))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

describe('choosing', () => {
  it('takes the first day, then the last', () => {
    const first = choose(NOTHING, '2026-11-24', BUSY)
    expect(first).toEqual({ first: '2026-11-24', last: undefined })
    expect(choose(first, '2026-11-26', BUSY)).toEqual({ first: '2026-11-24', last: '2026-11-26' })
  })

  it('may take one day twice, which is a rental of a day', () => {
    expect(choose({ first: '2026-11-24', last: undefined }, '2026-11-24', BUSY)).toEqual({
      first: '2026-11-24',
      last: '2026-11-24',
    })
  })

  it.each([
    ['an earlier day', '2026-11-20'],
    ['a day behind busy ones', '2026-12-02'],
  ])('begins anew with %s', (_, day) => {
    expect(choose({ first: '2026-11-24', last: undefined }, day, BUSY)).toEqual({
      first: day,
      last: undefined,
    })
  })

  it('shows what lies between the ends', () => {
    const chosen = { first: '2026-11-24', last: '2026-11-26' }
    expect(isChosen('2026-11-25', chosen)).toBe(true)
    expect(isChosen('2026-11-27', chosen)).toBe(false)
  })
})
