import { describe, expect, it } from 'vitest'
import { enter, isPaperCode, START, type Counter } from './counter'

describe('the counter', () => {
  it('knows a paper code from a label, however it was typed', () => {
    expect(isPaperCode('A7K3-9QWT-A2F8-M')).toBe(true)
    expect(isPaperCode(' ａ7k3')).toBe(true)
    expect(isPaperCode('T7K3-9QWT-A2F8-M')).toBe(false)
  })

  it('begins anew where nothing is typed after something was done', async () => {
    const done: Counter = { at: 'handed-over', orderCode: 'D1' }
    await expect(enter(done, ' ')).resolves.toEqual(START)
  })
})
