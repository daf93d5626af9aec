import { describe, expect, it } from 'vitest'
import { ServerClock } from './serverClock'

const NOON = Date.parse('2026-11-27T04:00:00Z')

function said(ms: number): string {
  return new Date(ms).toISOString()
}

describe('the clock of the server', () => {
  it("is the device's until something was heard", () => {
    expect(new ServerClock().at(NOON)).toBe(NOON)
  })

  it('is right on a device that is minutes off', () => {
    const clock = new ServerClock()
    clock.heard(said(NOON), NOON - 180_000)
    expect(clock.at(NOON - 179_000)).toBe(NOON + 1_000)
  })

  it('goes by the news that was least delayed', () => {
    const clock = new ServerClock()
    clock.heard(said(NOON), NOON + 900)
    clock.heard(said(NOON + 10_000), NOON + 10_050)
    clock.heard(said(NOON + 20_000), NOON + 22_000)
    expect(clock.at(NOON + 30_050)).toBe(NOON + 30_000)
  })

  it('forgets what was heard before the device was set anew', () => {
    const clock = new ServerClock()
    clock.heard(said(NOON), NOON - 300_000)
    clock.heard(said(NOON + 10_000), NOON + 10_000)
    expect(clock.at(NOON + 11_000)).toBe(NOON + 11_000)
  })
})
