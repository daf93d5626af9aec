const KEPT = 20

/** Further apart than any delay: the device's own clock was set meanwhile. */
const SET_ANEW_MS = 60_000

/**
 * How far the server's clock is ahead of the device's, from what the server said. News is late, never early: of several
 * the one that makes the server's clock latest was the least delayed.
 */
export class ServerClock {
  private ahead: number[] = []

  heard(serverTime: string, deviceMs: number): void {
    const said = Date.parse(serverTime) - deviceMs
    const before = this.ahead.at(-1)
    if (before !== undefined && Math.abs(said - before) > SET_ANEW_MS) {
      this.ahead = []
    }
    this.ahead = [...this.ahead, said].slice(-KEPT)
  }

  /** What the server's clock shows; the device's own until the server has said something. */
  at(deviceMs: number): number {
    return this.ahead.length === 0 ? deviceMs : deviceMs + Math.max(...this.ahead)
  }
}
