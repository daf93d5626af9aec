import { describe, expect, it } from 'vitest'
import { cityInstant, cityInstantAfter } from './hours'

describe('the hours of a market', () => {
  it('are the city’s, wherever they are typed', () => {
    expect(cityInstant('2026-11-28T09:00')).toBe('2026-11-28T01:00:00.000Z')
  })

  it('end on the same day, or at night on the next', () => {
    const opens = cityInstant('2026-11-28T18:00')
    expect(cityInstantAfter(opens, '2026-11-28', '22:00')).toBe('2026-11-28T14:00:00.000Z')
    expect(cityInstantAfter(opens, '2026-11-28', '01:00')).toBe('2026-11-28T17:00:00.000Z')
  })
})
