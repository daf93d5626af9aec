import { describe, expect, it } from 'vitest'
import { cityDay, cityDayBefore, formatAge, formatClock, formatCountdown, formatTime } from './time'

const NOON = new Date('2026-11-24T12:00:00Z')

describe('the city’s clock', () => {
  it('shows a time as it is in Zhengzhou', () => {
    expect(formatTime('2026-11-24T16:30:00Z', 'zh-CN')).toBe('11月25日 00:30')
    expect(formatClock('2026-11-24T16:30:00Z', 'en')).toBe('00:30')
  })

  it('begins the day sixteen hours after the one in Greenwich', () => {
    expect(cityDay(new Date('2026-11-24T15:59:59Z'))).toBe('2026-11-24')
    expect(cityDay(new Date('2026-11-24T16:00:00Z'))).toBe('2026-11-25')
  })

  it('counts days back over the end of a month', () => {
    expect(cityDayBefore(24, NOON)).toBe('2026-10-31')
  })
})

describe('an age', () => {
  it.each([
    ['2026-11-24T11:59:30Z', '此刻'],
    ['2026-11-24T11:57:00Z', '3分钟前'],
    ['2026-11-24T09:00:00Z', '3小时前'],
    ['2026-11-23T11:00:00Z', '昨天'],
    ['2026-11-01T12:00:00Z', '11月1日'],
    ['2025-11-01T12:00:00Z', '2025年11月1日'],
    ['2026-11-24T12:00:10Z', '此刻'],
  ])('of %s is %s', (instant, age) => {
    expect(formatAge(instant, 'zh-CN', NOON)).toBe(age)
  })
})

describe('a countdown', () => {
  it.each([
    [899_999, '14:59'],
    [60_000, '1:00'],
    [7_205_000, '2:00:05'],
    [0, '0:00'],
    [-5_000, '0:00'],
  ])('of %i ms is %s', (left, shown) => {
    expect(formatCountdown(left, 'zh-CN')).toBe(shown)
  })

  it('is in days where it is long', () => {
    expect(formatCountdown(3 * 86_400_000, 'en')).toBe('3 days')
  })
})
