import { describe, expect, it } from 'vitest'
import type { Category } from './catalog'
import { lifeLeft, usedSinceIn } from './serviceLife'

const WASHING_MACHINE: Category = {
  code: 'washing-machine',
  parent: 'appliance',
  nameZh: '洗衣机',
  nameEn: 'Washing machines',
  icon: 'television',
  attributes: [],
  serviceLife: { years: 8, sourceZh: '标准', sourceEn: 'Standard' },
}

describe('the safe life of a thing', () => {
  it('is over when its years are', () => {
    expect(lifeLeft(WASHING_MACHINE, 2018, '2026-12-31')).toEqual({ life: 8, left: 0 })
    expect(lifeLeft(WASHING_MACHINE, 2018, '2027-01-01')).toEqual({ life: 8, left: -1 })
  })

  it('is not told where no standard or no year says so', () => {
    expect(lifeLeft({ ...WASHING_MACHINE, serviceLife: null }, 2018)).toBeUndefined()
    expect(lifeLeft(WASHING_MACHINE, null)).toBeUndefined()
    expect(lifeLeft(undefined, 2018)).toBeUndefined()
  })

  it('begins with the earliest year that is stated', () => {
    expect(usedSinceIn({ made_year: '2016', year: '2019' })).toBe(2016)
    expect(usedSinceIn({ year: '2019' })).toBe(2019)
    expect(usedSinceIn({ year: '19' })).toBeUndefined()
    expect(usedSinceIn({})).toBeUndefined()
  })
})
