// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { isImei, sha256Of } from './device'

describe('an IMEI', () => {
  it('is taken however it is typed', () => {
    expect(isImei('356938035643809')).toBe(true)
    expect(isImei('35-693803-564380-9')).toBe(true)
    expect(isImei(' 35 693803 564380 9 ')).toBe(true)
  })

  it('is known to be wrong before it is sent', () => {
    expect(isImei('356938035643808')).toBe(false)
    expect(isImei('35693803564380')).toBe(false)
    expect(isImei('35693803564380x')).toBe(false)
    expect(isImei('')).toBe(false)
  })
})

describe('a report', () => {
  it('is known by its hash', async () => {
    expect(await sha256Of(new File(['abc'], 'report.pdf'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })
})
