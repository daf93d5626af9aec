// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { Material, QualityAttribute } from '@/shared/catalog/materials'
import { demandFormOf, demandTermsOf } from './demandForm'
import { faultsIn, lotFormOf, lotTermsOf, parsePercent } from './lotForm'

const extrusions = { code: 'NF-AL-EXT-O', unit: 't' } as Material
const vehicles = { code: 'EV-CAR', unit: '辆' } as Material
const attributes = [{ code: 'al_pct' }, { code: 'form' }] as QualityAttribute[]

describe('a lot', () => {
  it('is sent in grams and fen, with the answers of its own material', () => {
    const form = {
      ...lotFormOf(undefined),
      title: ' 旧铝型材 ',
      quantity: '28.5',
      price: '15,600',
      quality: { al_pct: '９７.5', form: 'extrusion', polymer: 'PET' },
    }

    const terms = lotTermsOf(form, extrusions, attributes)

    expect(terms.title).toBe('旧铝型材')
    expect(terms.quantity).toBe(28_500_000)
    expect(terms.toleranceBasisPoints).toBe(300)
    expect(terms.price).toEqual({ amount: 1_560_000, currency: 'CNY' })
    expect(terms.quality).toEqual({ al_pct: '97.5', form: 'extrusion' })
    expect(terms).not.toHaveProperty('leastQuantity')
  })

  it('of pieces has no tolerance', () => {
    const form = { ...lotFormOf(undefined), quantity: '12' }

    expect(lotTermsOf(form, vehicles, [])).toMatchObject({ quantity: 12, toleranceBasisPoints: 0 })
    expect(faultsIn({ ...form, tolerance: 'viel' }, 'PIECES')).toEqual({})
  })

  it('is not sent with numbers that are none', () => {
    const form = { ...lotFormOf(undefined), quantity: '0', leastQuantity: 'x', tolerance: '-1', price: 'x' }

    expect(Object.keys(faultsIn(form, 'WEIGHT'))).toEqual(['quantity', 'leastQuantity', 'tolerance', 'price'])
  })
})

describe('per cent', () => {
  it.each([
    ['3', 300],
    ['0.25 %', 25],
    ['１０％', 1000],
  ])('%s are %d basis points', (typed, points) => {
    expect(parsePercent(typed)).toBe(points)
  })

  it.each(['', '-1', '3.125'])('%s are none', (typed) => {
    expect(parsePercent(typed)).toBeUndefined()
  })
})

describe('a demand', () => {
  it('asks for ranges and for some of the answers, and not for what is left empty', () => {
    const form = {
      ...demandFormOf(undefined),
      quantity: '60',
      quality: {
        al_pct: { min: '95', max: '', answers: [] },
        form: { min: '', max: '', answers: ['extrusion'] },
        oil_pct: { min: '1', max: '', answers: [] },
      },
    }

    expect(demandTermsOf(form, extrusions, attributes).quality).toEqual({
      al_pct: { min: 95, max: null, answers: null },
      form: { min: null, max: null, answers: ['extrusion'] },
    })
  })
})
