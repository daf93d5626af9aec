import type { Valuation } from './queries'

/** A valuation that says something. */
export type KnownValuation = { [K in keyof Valuation]: NonNullable<Valuation[K]> }

/** Where a price lies to the middle half of the trades. */
export type Side = 'below' | 'within' | 'above'

/** Places between 0 and 100 on a line of prices. */
export interface Strip {
  band: { from: number; width: number }
  middle: number
  trades: number[]
  own: number | undefined
}

/** Undefined where too little was sold. */
export function knownOf(valuation: Valuation | undefined): KnownValuation | undefined {
  return valuation !== undefined && valuation.level !== null ? (valuation as KnownValuation) : undefined
}

export function sideOf({ lowFen, highFen }: KnownValuation, ownFen: number): Side {
  if (ownFen < lowFen) {
    return 'below'
  }
  return ownFen > highFen ? 'above' : 'within'
}

/** The lowest and the highest price that is drawn. */
export function endsOf({ lowFen, highFen, comparables }: KnownValuation): {
  lowest: number
  highest: number
} {
  const prices = [lowFen, highFen, ...comparables.map((trade) => trade.adjustedFen)]
  return { lowest: Math.min(...prices), highest: Math.max(...prices) }
}

/** The trades reach from end to end; an own price that is further off stands at the end. */
export function stripOf(valuation: KnownValuation, ownFen: number | undefined): Strip {
  const ends = endsOf(valuation)
  const from = placeOf(valuation.lowFen, ends)
  return {
    band: { from, width: placeOf(valuation.highFen, ends) - from },
    middle: placeOf(valuation.midFen, ends),
    trades: valuation.comparables.map((trade) => placeOf(trade.adjustedFen, ends)),
    own: ownFen === undefined ? undefined : placeOf(ownFen, ends),
  }
}

/** Where all paid the same, that is the middle. */
function placeOf(fen: number, { lowest, highest }: { lowest: number; highest: number }): number {
  const place =
    lowest === highest ? 50 + 50 * Math.sign(fen - lowest) : ((fen - lowest) / (highest - lowest)) * 100
  return Math.min(100, Math.max(0, place))
}
