import { describe, expect, it } from 'vitest'
import { formulaFaults, formulaFormOf, formulaOf } from './formula'

const TODAY = '2026-11-27'
const GRAMS = 20_000_000

describe('a formula in a form', () => {
  it('is none for a plain price', () => {
    expect(formulaOf(formulaFormOf(null, TODAY), GRAMS)).toBeUndefined()
  })

  it('comes back from the form as it was sent', () => {
    const formula = {
      kind: 'INDEXED' as const,
      references: [
        {
          series: 'AD',
          coefficientBp: 8_800,
          period: { kind: 'MEAN' as const, days: 5, from: '2026-12-01' },
        },
      ],
      premiumFenPerTonne: 0,
      penalties: [
        {
          attribute: 'iron_pct',
          bad: 'ABOVE' as const,
          free: 100,
          reject: 300,
          deduction: { kind: 'LINEAR' as const, per: 100, fenPerTonne: 20_000 },
        },
      ],
    }

    expect(formulaOf(formulaFormOf(formula, TODAY), GRAMS)).toEqual(formula)
  })

  it('calls all that is offered, in parts or at once', () => {
    const form = formulaFormOf(null, TODAY)
    form.kind = 'CALLED'
    form.by = 'BUYER'
    form.deadline = '2026-12-31'
    const called = { kind: 'CALLED', by: 'BUYER', from: TODAY, deadline: '2026-12-31', grams: GRAMS }

    expect(formulaOf(form, GRAMS)?.references?.[0]?.period).toEqual({ ...called, smallestGrams: GRAMS })
    form.smallest = '5'
    const parts = formulaOf(form, GRAMS)
    expect(parts?.references?.[0]?.period).toEqual({ ...called, smallestGrams: 5_000_000 })
    expect(formulaFormOf(parts, TODAY)).toMatchObject({ kind: 'CALLED', by: 'BUYER', smallest: '5' })
    form.deadline = '2026-11-01'
    form.smallest = 'half'
    expect([...formulaFaults(form)].sort()).toEqual(['deadline', 'smallest'])
  })

  it('names what is wrong before it is sent', () => {
    const form = formulaFormOf(null, TODAY)
    form.kind = 'MEAN'
    form.coefficient = '400'
    form.days = '0'
    form.penalties.push({ attribute: 'iron_pct', bad: 'ABOVE', free: 'viel', yuan: '', reject: '' })

    expect([...formulaFaults(form)].sort()).toEqual(['0.free', '0.yuan', 'coefficient', 'days'])
  })
})
