/** The market is in one city, which has had one offset since 1991: what is typed is its time, wherever the typist is. */
const OFFSET = '+08:00'
const DAY_MS = 86_400_000

/** Of a local date and time, `2026-11-28T09:00`. */
export function cityInstant(local: string): string {
  return new Date(`${local}:00${OFFSET}`).toISOString()
}

/** The first such time after the opening: a night market closes on the next day. */
export function cityInstantAfter(opens: string, day: string, time: string): string {
  const sameDay = cityInstant(`${day}T${time}`)
  return sameDay > opens ? sameDay : new Date(new Date(sameDay).getTime() + DAY_MS).toISOString()
}
