/** What a deal was settled at. */
export interface DealPrice {
  dealId: string
  dealCode: string
  materialCode: string
  side: 'SELLER' | 'BUYER'
  day: string
  fenPerTonne: number
  grams: number
}

/** The references that the trade quotes scrap of a metal by. */
const SERIES: readonly (readonly [prefix: string, series: string])[] = [
  ['NF-AL', 'AD'],
  ['NF-CU', 'CU'],
  ['NF-ZN', 'ZN'],
  ['NF-PB', 'PB'],
]

/** What a material is compared with until somebody chooses. */
export function seriesFor(materialCode: string): string {
  return SERIES.find(([prefix]) => materialCode.startsWith(prefix))?.[1] ?? 'AD'
}

/** The fixing of a day or of the last day before; undefined where there is none. */
export function fixingOf(
  fixings: readonly { day: string; fenPerTonne: number }[],
  day: string,
): number | undefined {
  return fixings.findLast((fixing) => fixing.day <= day)?.fenPerTonne
}
