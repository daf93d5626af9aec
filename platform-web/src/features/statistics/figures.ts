import type { Figure, PlaceFigure } from './queries'

/** How many trades, and the sum of their prices in fen. */
export interface Sum {
  trades: number
  volumeFen: number
}

export interface DaySum extends Sum {
  day: string
}

export function sumOf(figures: readonly Sum[]): Sum {
  return figures.reduce<Sum>(
    (sum, figure) => ({ trades: sum.trades + figure.trades, volumeFen: sum.volumeFen + figure.volumeFen }),
    { trades: 0, volumeFen: 0 },
  )
}

/** One sum for each day of the period, also for days on which nothing was traded. */
export function sumsByDay(figures: readonly Figure[], days: readonly string[]): DaySum[] {
  const byDay = groupBy(figures, (figure) => figure.day)
  return days.map((day) => ({ day, ...sumOf(byDay.get(day) ?? []) }))
}

export interface PlaceSum extends Sum {
  kind: string
  place: string
}

/** One sum for each place, the one with the most trades first. */
export function sumsByPlace(figures: readonly PlaceFigure[]): PlaceSum[] {
  return [...groupBy(figures, ({ kind, place }) => `${kind}/${place}`).values()]
    .map((group) => ({ kind: group[0]?.kind ?? '', place: group[0]?.place ?? '', ...sumOf(group) }))
    .sort((a, b) => b.trades - a.trades)
}

/** Sums per category and district. */
export interface CrossTable {
  /** Codes, the largest first. */
  categories: string[]
  districts: string[]
  cell(category: string, district: string): Sum
  ofCategory(category: string): Sum
  ofDistrict(district: string): Sum
}

export function crossTable(figures: readonly Figure[]): CrossTable {
  const byCategory = groupBy(figures, (figure) => figure.category)
  const byDistrict = groupBy(figures, (figure) => figure.district)
  const byBoth = groupBy(figures, (figure) => `${figure.category}/${figure.district}`)
  return {
    categories: largestFirst(byCategory),
    districts: largestFirst(byDistrict),
    cell: (category, district) => sumOf(byBoth.get(`${category}/${district}`) ?? []),
    ofCategory: (category) => sumOf(byCategory.get(category) ?? []),
    ofDistrict: (district) => sumOf(byDistrict.get(district) ?? []),
  }
}

function largestFirst(groups: Map<string, Figure[]>): string[] {
  return [...groups]
    .map(([code, figures]) => ({ code, volume: sumOf(figures).volumeFen }))
    .sort((a, b) => b.volume - a.volume)
    .map(({ code }) => code)
}

/** `Map.groupBy`, which browsers of 2023 do not have. */
function groupBy<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    const group = groups.get(keyOf(thing))
    if (group === undefined) {
      groups.set(keyOf(thing), [thing])
    } else {
      group.push(thing)
    }
  }
  return groups
}

const STEPS_MAX = 4

/** The marks of an axis from zero to at least the highest value, at round distances: 1, 2 or 5 times a power of ten. */
export function marksUpTo(highest: number): number[] {
  const least = Math.max(1, highest) / STEPS_MAX
  const power = 10 ** Math.floor(Math.log10(least))
  const step = Math.max(1, ([1, 2, 5].find((factor) => factor * power >= least) ?? 10) * power)
  const count = Math.max(1, Math.ceil(highest / step))
  return Array.from({ length: count + 1 }, (_, i) => i * step)
}
