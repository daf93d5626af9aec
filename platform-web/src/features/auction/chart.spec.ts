import { describe, expect, it } from 'vitest'
import { stairs } from './chart'

describe('the stairs of a price', () => {
  it('begin at the start and end at the top', () => {
    expect(stairs(100, [100, 150, 200])).toBe('M0 100H25V100H50V50H75V0H100')
  })

  it('are level where nobody has bid', () => {
    expect(stairs(100, [])).toBe('M0 100H100')
  })
})
