import { describe, expect, it } from 'vitest'
import { boundsOf, isBalanced, isOutside, lossOf, requestOf, type BatchForm } from './batchForm'

function form(change: Partial<BatchForm>): BatchForm {
  return {
    kind: 'PROCESSING',
    siteId: 's',
    process: 'MELTING',
    inputs: { a: '10', b: '2.5' },
    outputs: [{ materialCode: 'NF-AL-EXT-O', tonnes: '12' }],
    lotId: 'l',
    reason: ' ',
    day: '2026-11-28',
    ...change,
  }
}

const ANY = {
  process: 'MELTING',
  materialCode: '',
  edition: 1,
  minLossBasisPoints: 0,
  maxLossBasisPoints: 800,
  source: '',
} as const
const CABLE = {
  ...ANY,
  materialCode: 'NF-AL-ACSR',
  minLossBasisPoints: 400,
  maxLossBasisPoints: 500,
} as const

describe('a batch that is typed', () => {
  it('has what is missing as its loss, to the gram', () => {
    expect(lossOf(form({}))).toBe(500_000)
    expect(
      lossOf(form({ inputs: { a: '0.000003' }, outputs: [{ materialCode: '', tonnes: '0.000001' }] })),
    ).toBe(2)
    expect(lossOf(form({ inputs: { a: 'ten' } }))).toBeUndefined()
    expect(requestOf(form({}))).toMatchObject({ lossGrams: 500_000, process: 'MELTING', reason: '' })
    expect(requestOf(form({}))).not.toHaveProperty('lotId')
  })

  it('loses nothing by being split or merged', () => {
    expect(isBalanced(form({}))).toBe(true)
    expect(isBalanced(form({ kind: 'MERGE' }))).toBe(false)
    expect(isBalanced(form({ kind: 'COUNT' }))).toBe(true)
    expect(isBalanced(form({ outputs: [{ materialCode: '', tonnes: '13' }] }))).toBe(false)
    expect(isBalanced(form({ inputs: {} }))).toBe(false)
  })

  it('is a count that found nothing where its weight is empty or zero', () => {
    for (const tonnes of ['', ' ', '0', '0.000', '０']) {
      const count = form({ kind: 'COUNT', inputs: { a: '10' }, outputs: [{ materialCode: '', tonnes }] })
      expect(isBalanced(count)).toBe(true)
      expect(lossOf(count)).toBe(10_000_000)
      expect(requestOf(count).outputs).toEqual([])
      expect(isBalanced({ ...count, kind: 'SPLIT' })).toBe(false)
    }
    expect(isBalanced(form({ kind: 'COUNT', outputs: [{ materialCode: '', tonnes: 'ten' }] }))).toBe(false)
  })

  it('is held against the bounds of the nearest material', () => {
    const path = ['NF', 'NF-AL', 'NF-AL-ACSR']
    expect(boundsOf([ANY, CABLE], 'MELTING', path)).toBe(CABLE)
    expect(boundsOf([ANY, CABLE], 'MELTING', ['FE'])).toBe(ANY)
    expect(boundsOf([ANY], 'SORTING', path)).toBeUndefined()
    expect(isOutside(CABLE, 10_000, 500)).toBe(false)
    expect(isOutside(CABLE, 10_000, 501)).toBe(true)
    expect(isOutside(CABLE, 10_000, 399)).toBe(true)
    expect(isOutside(undefined, 10_000, 9_000)).toBe(false)
  })
})
