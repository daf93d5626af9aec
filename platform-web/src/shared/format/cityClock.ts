const CITY_AHEAD_MS = 8 * 3_600_000

/** `2026-11-28T09:00`, as the city's clocks show it. */
export function cityClock(ms: number): string {
  return new Date(ms + CITY_AHEAD_MS).toISOString().slice(0, 16)
}

/** The moment at which the city's clocks show that; undefined where nothing sensible is typed. */
export function cityMoment(typed: string): string | undefined {
  const ms = Date.parse(`${typed.slice(0, 16)}:00+08:00`)
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString()
}
