import { describe, expect, it } from 'vitest'
import { differenceOf, readingsOf } from './assay'

describe('what was read beside what is stated', () => {
  it.each([
    ['96.8', '97.5', '−0.7'],
    ['1.3', '1.2', '+0.1'],
    ['97.50', '97.5', ''],
  ])('%s against %s is %s', (read, stated, difference) => {
    expect(differenceOf(read, stated)).toBe(difference)
  })

  it('sends what was typed, and nothing for what was left empty', () => {
    expect(readingsOf({ al_pct: '９６．８ ', inclusion_pct: ' ' })).toEqual({ al_pct: '96.8' })
  })
})
