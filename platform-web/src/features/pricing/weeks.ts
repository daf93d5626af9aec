import type { WeekPrice } from './queries'

/** What the figures of a page can be of: a material by itself, or what is left of its class. */
export interface Priced {
  material: string
  isRest: boolean
}

/** As the address of a choice. */
export function keyOf({ material, isRest }: Priced): string {
  return isRest ? `${material}+` : material
}

export function pricedOf(key: string): Priced {
  return key.endsWith('+') ? { material: key.slice(0, -1), isRest: true } : { material: key, isRest: false }
}

function keyOfRow({ material, level }: WeekPrice): string {
  return keyOf({ material, isRest: level === 'PARENT' })
}

/** Those that there are figures of, each once, the one with the newest week first. */
export function keysIn(rows: readonly WeekPrice[]): string[] {
  const newest = [...rows].sort((a, b) => b.monday.localeCompare(a.monday))
  return [...new Set(newest.map(keyOfRow))]
}

/** Of one material in one area, the oldest week first. */
export function seriesOf(rows: readonly WeekPrice[], key: string, area: string): WeekPrice[] {
  return rows
    .filter((row) => keyOfRow(row) === key && row.area === area)
    .sort((a, b) => a.monday.localeCompare(b.monday))
}

const DAYS_TO_FRIDAY = 4

/** The last trading day of a week, by which its price is compared with a reference. */
export function fridayOf(monday: string): string {
  const day = new Date(`${monday}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + DAYS_TO_FRIDAY)
  return day.toISOString().slice(0, 10)
}
