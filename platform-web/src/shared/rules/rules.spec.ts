// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { Problem } from '@/shared/api/problem'
import { daysUntil, rulesIn } from './rules'

describe('the countdown', () => {
  it('counts the city’s days and ends at none', () => {
    expect(daysUntil('2027-01-01', '2026-11-26')).toBe(36)
    expect(daysUntil('2027-01-01', '2026-12-31')).toBe(1)
    expect(daysUntil('2027-01-01', '2027-01-01')).toBe(0)
    expect(daysUntil('2027-01-01', '2027-03-01')).toBe(0)
  })
})

describe('a refusal', () => {
  it('names its rules', () => {
    const refused = Problem.of(422, { code: 'regulation.refused', rules: [{ id: 'tobacco' }] })
    expect(rulesIn(refused)).toEqual([{ id: 'tobacco' }])
  })

  it('of another kind names none', () => {
    expect(rulesIn(Problem.of(409, { code: 'http.conflict' }))).toEqual([])
    expect(rulesIn(undefined)).toEqual([])
  })
})
