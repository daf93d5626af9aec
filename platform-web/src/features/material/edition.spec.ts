import { describe, expect, it } from 'vitest'
import type { Material } from '@/shared/catalog/materials'
import { changesOf, draftOf, editionRequest, firstDayAfter } from './edition'

const NEWEST = {
  edition: 2,
  validFrom: '2026-12-31',
  nameZh: '旧铝型材',
  nameEn: 'Old aluminium extrusions',
  standard: 'GB/T 13586-2021',
  licenceGate: 'FILING_AND_POLICE',
  limits: 'inclusion_pct<=0.8',
} as Material
const NOW = Date.parse('2026-11-27T17:00:00Z')

describe('a later edition of a material', () => {
  it('is another only where it says something else', () => {
    const draft = draftOf(NEWEST)

    expect(changesOf(NEWEST, { ...draft, nameZh: ' 旧铝型材 ' })).toEqual([])
    expect(changesOf(NEWEST, { ...draft, limits: 'inclusion_pct<=0.5', licenceGate: 'FILING' })).toEqual([
      'licenceGate',
      'limits',
    ])
  })

  it('begins after the city’s today, and after every other', () => {
    expect(firstDayAfter({ ...NEWEST, validFrom: null }, NOW)).toBe('2026-11-29')
    expect(firstDayAfter({ ...NEWEST, validFrom: '2026-01-01' }, NOW)).toBe('2026-11-29')
    expect(firstDayAfter(NEWEST, NOW)).toBe('2027-01-01')
  })

  it('names the one that it was made from', () => {
    expect(
      editionRequest(NEWEST, { ...draftOf(NEWEST), limits: ' inclusion_pct<=0.5 ' }, '2027-01-01'),
    ).toEqual({
      basedOn: 2,
      validFrom: '2027-01-01',
      nameZh: '旧铝型材',
      nameEn: 'Old aluminium extrusions',
      standard: 'GB/T 13586-2021',
      licenceGate: 'FILING_AND_POLICE',
      limits: 'inclusion_pct<=0.5',
    })
  })
})
