/** What lies between the lowest and the highest price, in round steps; prices never begin at zero. */
export interface Scale {
  low: number
  high: number
  marks: number[]
}

export interface Point {
  day: string
  value: number
}

const STEPS = 4
const MILLIS_A_DAY = 86_400_000

export function scaleOf(values: readonly number[]): Scale {
  const lowest = Math.min(...values)
  const highest = Math.max(...values)
  const step = niceStep((highest - lowest || highest * 0.01 || 1) / STEPS)
  const low = Math.floor(lowest / step) * step
  const high = Math.max(Math.ceil(highest / step) * step, low + step)
  const marks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => low + i * step)
  return { low, high, marks }
}

/** Where a point stands in a field of 100 by 100, with time running evenly between two days: those of the points themselves. */
export function placed(
  points: readonly Point[],
  { low, high }: Scale,
  days: { first: string | undefined; last: string | undefined } = {
    first: points[0]?.day,
    last: points.at(-1)?.day,
  },
): { x: number; y: number }[] {
  const first = dayNumber(days.first)
  const span = dayNumber(days.last) - first || 1
  return points.map(({ day, value }) => ({
    x: ((dayNumber(day) - first) / span) * 100,
    y: (1 - (value - low) / (high - low)) * 100,
  }))
}

/** The point that is nearest to a share of the width. */
export function nearest(points: readonly Point[], share: number): number {
  const first = dayNumber(points[0]?.day)
  const at = first + share * (dayNumber(points.at(-1)?.day) - first)
  return points.reduce(
    (best, point, i) =>
      Math.abs(dayNumber(point.day) - at) < Math.abs(dayNumber(points[best]?.day) - at) ? i : best,
    0,
  )
}

/** Months before a day; the last of a shorter month where there is no such day. */
export function monthsBefore(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  const dayOfMonth = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() - months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(dayOfMonth, last))
  return date.toISOString().slice(0, 10)
}

/** Change in hundredths of a per cent, rounded; undefined where there is nothing to compare with. */
export function changeBp(now: number | undefined, before: number | undefined): number | undefined {
  return now === undefined || before === undefined || before === 0
    ? undefined
    : Math.round(((now - before) * 10_000) / before)
}

function dayNumber(day: string | undefined): number {
  return day === undefined ? 0 : Date.parse(`${day}T00:00:00Z`) / MILLIS_A_DAY
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  return ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power
}
