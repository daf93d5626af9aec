// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { matching, type Material } from './materials'

function material(code: string, more: Partial<Material>): Material {
  return {
    code,
    parent: null,
    level: 1,
    path: [code],
    isLeaf: true,
    nameZh: '',
    nameEn: '',
    unit: 't',
    priceUnit: 'CNY/t',
    minLotGrams: null,
    standard: '',
    tradeCode: '',
    hsCode: '',
    wasteCode: '',
    words: [],
    licenceGate: 'FILING',
    qualitySchema: 'Q-AL',
    limits: '',
    bounds: [],
    settlementBasis: 'DRY_NET',
    edition: 1,
    validFrom: null,
    ...more,
  }
}

describe('looking for a material', () => {
  const zorba = material('NF-AL-ZOR', {
    nameZh: '破碎有色混料',
    nameEn: 'Shredded NF mix',
    tradeCode: 'Zorba',
    words: ['破碎料'],
  })
  const cans = material('NF-AL-UBC-L', {
    nameZh: '废铝罐(散装/生活源)',
    tradeCode: 'Talc',
    words: ['易拉罐'],
  })
  const all = [zorba, cans]

  it.each([
    ['zorba', [zorba]],
    ['ＺＯＲＢＡ', [zorba]],
    ['破碎料', [zorba]],
    ['易拉罐', [cans]],
    ['nf-al', all],
    ['nf-al 罐', [cans]],
    ['  ', all],
    ['金', []],
  ])('finds by %s', (words, found) => {
    expect(matching(all, words)).toEqual(found)
  })
})
