// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { Material } from '@/shared/catalog/materials'
import type { Demand } from './queries'
import { tenderFormOf, tenderRequestOf } from './tenderForm'

const NOON = Date.parse('2026-11-27T04:00:00Z')
const extrusions = { code: 'NF-AL-EXT-O', unit: 't' } as Material
const demand = {
  id: 'd1',
  title: '求购旧铝型材',
  description: '',
  materialCode: 'NF-AL-EXT-O',
  measure: 'WEIGHT',
  quantity: 60_000_000,
  leastQuantity: 5_000_000,
  quality: { al_pct: { min: 95, max: null, answers: null } },
  place: { areaCode: 'ZZ-XM', address: '产业园' },
  delivery: 'TO_BUYER',
  payment: 'AFTER_WEIGHING',
  tax: 'INCLUDES_VAT_13',
} as unknown as Demand

function materialOf(code: string) {
  return code === extrusions.code ? extrusions : undefined
}

describe('a tender', () => {
  it('takes over what a demand asks for', () => {
    const request = tenderRequestOf(tenderFormOf({ demand }, NOON), materialOf)

    expect(request).toMatchObject({
      title: '求购旧铝型材',
      areaCode: 'ZZ-XM',
      demandId: 'd1',
      closesAt: '2026-11-30T04:00:00.000Z',
      awardBy: '2026-12-03T04:00:00.000Z',
      lines: [
        {
          materialCode: 'NF-AL-EXT-O',
          quantity: 60_000_000,
          leastQuantity: 5_000_000,
          quality: { al_pct: { min: 95, max: null, answers: null } },
        },
      ],
    })
    expect(request).not.toHaveProperty('invited')
  })

  it('names those who are invited once each', () => {
    const form = { ...tenderFormOf({ demand }, NOON), audience: 'invited' as const }
    form.invited = ' 91410300MA4410006J\n91410300ma4410006j，91410181MA9K000001 '

    expect(tenderRequestOf(form, materialOf)?.invited).toEqual(['91410300MA4410006J', '91410181MA9K000001'])
  })

  it('is not sent with a line that says nothing, nor without a time', () => {
    expect(tenderRequestOf(tenderFormOf({}, NOON), materialOf)).toBeUndefined()
    expect(tenderRequestOf({ ...tenderFormOf({ demand }, NOON), closes: '' }, materialOf)).toBeUndefined()
  })
})
