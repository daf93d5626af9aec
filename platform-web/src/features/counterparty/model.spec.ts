import { describe, expect, it } from 'vitest'
import { percentOfPpm, share } from './model'

describe('figures of a record', () => {
  it('are shares in whole per cent', () => {
    expect(share(5, 5)).toBe('100%')
    expect(share(2, 3)).toBe('67%')
    expect(share(0, 0)).toBe('–')
  })

  it('tell of a scale difference which way it goes', () => {
    expect(percentOfPpm(-500)).toBe('-0.05%')
    expect(percentOfPpm(1_200)).toBe('+0.12%')
    expect(percentOfPpm(0)).toBe('0.00%')
  })
})
