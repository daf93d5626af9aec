/** The market is in one city; times are shown as its clocks show them, wherever the reader is. */
const ZONE = 'Asia/Shanghai'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const RELATIVE_MAX_MS = 7 * DAY_MS

/** `11月24日 14:35` */
export function formatTime(instant: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: ZONE,
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant))
}

/** `14:35`, where the day stands beside it */
export function formatClock(instant: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: ZONE,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant))
}

/** `2026年11月24日` */
export function formatDate(instant: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: ZONE, dateStyle: 'medium' }).format(new Date(instant))
}

/** `11月24日`, of a day of the city. */
export function formatDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short', day: 'numeric' }).format(
    new Date(day),
  )
}

/** `2026年11月`, of a month as `2026-11`. */
export function formatMonth(month: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'short' }).format(
    new Date(`${month}-01`),
  )
}

/** `2026年11月24日`, of a day of the city. */
export function formatCityDate(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' }).format(new Date(day))
}

/** `3分钟前` during the first week, then `10月31日`, with the year where it is another one. */
export function formatAge(instant: string, locale: string, now: Date = new Date()): string {
  const age = now.getTime() - new Date(instant).getTime()
  if (age > RELATIVE_MAX_MS) {
    return cityDay(now).slice(0, 4) === cityDay(new Date(instant)).slice(0, 4)
      ? new Intl.DateTimeFormat(locale, { timeZone: ZONE, month: 'short', day: 'numeric' }).format(
          new Date(instant),
        )
      : formatDate(instant, locale)
  }
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  if (age < HOUR_MS) {
    return relative.format(-Math.max(0, Math.floor(age / MINUTE_MS)), 'minute')
  }
  return age < DAY_MS
    ? relative.format(-Math.floor(age / HOUR_MS), 'hour')
    : relative.format(-Math.floor(age / DAY_MS), 'day')
}

/** The city's day, `2026-11-24`, on which the figures of the market are counted. */
export function cityDay(moment: Date = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, dateStyle: 'short' }).format(moment)
}

/** Days before the city's day. */
export function cityDayBefore(days: number, moment: Date = new Date()): string {
  return cityDay(new Date(moment.getTime() - days * DAY_MS))
}

/** Days after the city's day. */
export function cityDayAfter(days: number, moment: Date = new Date()): string {
  return cityDay(new Date(moment.getTime() + days * DAY_MS))
}

/** What is left until a moment: `14:59`, `2:03:00`, or whole days as a number with the reader's unit. */
export function formatCountdown(leftMs: number, locale: string): string {
  if (leftMs >= 2 * DAY_MS) {
    const days = Math.floor(leftMs / DAY_MS)
    return new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days)
  }
  const seconds = Math.max(0, Math.floor(leftMs / 1000))
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  return shown.map((part, i) => (i === 0 ? String(part) : String(part).padStart(2, '0'))).join(':')
}
