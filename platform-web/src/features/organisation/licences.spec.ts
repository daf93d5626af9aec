import { describe, expect, it } from 'vitest'
import { cityToday, daysUntil, standingOf } from './licences'

const TODAY = '2026-11-27'

describe('a licence', () => {
  it.each([
    ['2020-01-01', null, 'VALID'],
    ['2020-01-01', '2027-11-27', 'VALID'],
    ['2020-01-01', '2026-12-28', 'VALID'],
    ['2020-01-01', '2026-12-27', 'ENDING'],
    ['2020-01-01', '2026-11-27', 'ENDING'],
    ['2020-01-01', '2026-11-26', 'ENDED'],
    ['2026-11-27', null, 'VALID'],
    ['2026-11-28', null, 'NOT_YET'],
  ] as const)('from %s to %s is %s', (validFrom, validTo, standing) => {
    expect(standingOf({ state: 'APPROVED', validFrom, validTo }, TODAY)).toBe(standing)
  })

  it('that nobody approved is only that', () => {
    const term = { validFrom: '2020-01-01', validTo: '2020-02-01' }
    expect(standingOf({ state: 'IN_REVIEW', ...term }, TODAY)).toBe('IN_REVIEW')
    expect(standingOf({ state: 'REFUSED', ...term }, TODAY)).toBe('REFUSED')
  })

  it('is counted in days of the city', () => {
    expect(daysUntil('2026-12-27', TODAY)).toBe(30)
    expect(cityToday(new Date('2026-11-26T16:00:00Z'))).toBe(TODAY)
    expect(cityToday(new Date('2026-11-26T15:59:59Z'))).toBe('2026-11-26')
  })
})
