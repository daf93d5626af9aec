import type { Evidence, Figure, FigureName } from './queries'

/** How a figure is read. */
export type FigureKind =
  'flag' | 'count' | 'kilograms' | 'quantity' | 'share' | 'price' | 'statistic' | 'chance'

const KINDS: Readonly<Record<FigureName, FigureKind>> = {
  UNDER_ONE_CONTROL: 'flag',
  SHARED_PEOPLE: 'count',
  SHARED_BROWSERS: 'count',
  WINDOW_DAYS: 'count',
  MEMBERS: 'count',
  TRADES: 'count',
  TRADED_QUANTITY: 'quantity',
  WORST_NET_SHARE: 'share',
  TICKETS: 'count',
  SAME_TICKETS: 'count',
  GROSS_GRAMS: 'kilograms',
  CHANCE: 'chance',
  DIVISION_GRAMS: 'kilograms',
  CHI_SQUARE: 'statistic',
  MOST_FREQUENT_DIGIT: 'count',
  MOST_FREQUENT_DIGIT_TICKETS: 'count',
  TREND_Z: 'statistic',
  TARE_BEFORE_GRAMS: 'kilograms',
  TARE_AFTER_GRAMS: 'kilograms',
  PRICE: 'price',
  MEDIAN_PRICE: 'price',
  MEDIAN_DEVIATION: 'price',
  PRICES: 'count',
  ROBUST_Z: 'statistic',
  AUCTIONS: 'count',
  WINS: 'count',
  SELLER_AFFINITY: 'share',
  BID_FREQUENCY: 'share',
  LOSS_SHARE: 'share',
  QUICKNESS: 'share',
  SMALL_STEPS: 'share',
  EARLY_STOP: 'share',
}

const DIGITS = 10

export const kindOf = (name: FigureName): FigureKind => KINDS[name]

export function valueOf(figures: readonly Figure[], name: FigureName): number {
  return figures.find((figure) => figure.name === name)?.value ?? 0
}

/** How many of the weights end in each of 0 to 9, in front of the scale's step. */
export function digitCounts(evidence: readonly Evidence[], divisionGrams: number): number[] {
  const counts = Array.from({ length: DIGITS }, () => 0)
  for (const { value } of evidence) {
    const digit = Math.floor(value / Math.max(1, divisionGrams)) % DIGITS
    counts[digit] = (counts[digit] ?? 0) + 1
  }
  return counts
}

/** Trades between the same two are one arrow. */
export function dealingsOf(
  evidence: readonly Evidence[],
): { giver: string; taker: string; trades: number }[] {
  const found = new Map<string, { giver: string; taker: string; trades: number }>()
  for (const { from, to } of evidence) {
    if (from !== null && to !== null) {
      const key = `${from.id} ${to.id}`
      found.set(key, { giver: from.id, taker: to.id, trades: (found.get(key)?.trades ?? 0) + 1 })
    }
  }
  return [...found.values()]
}

/** Where values stand in a strip, in the order given, the smallest at the bottom. */
export function placesInStrip(
  values: readonly number[],
  bounds: readonly [number, number],
  size: { width: number; height: number },
): { x: number; y: number }[] {
  const [least, most] = bounds
  const step = values.length > 1 ? size.width / (values.length - 1) : 0
  return values.map((value, place) => ({
    x: values.length > 1 ? place * step : size.width / 2,
    y: most > least ? size.height * (1 - (value - least) / (most - least)) : size.height / 2,
  }))
}
