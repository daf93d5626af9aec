/** What a price must know of an auction; prices are fen per tonne or per piece. */
interface Terms {
  amount: number
  perPriceUnit: number
  english: {
    tickFen: number
    ladder: { rungs: readonly { belowFen: number; stepFen: number }[]; topStepFen: number }
  }
}

type Lot = Pick<Terms, 'amount' | 'perPriceUnit'>

/** What the whole lot costs at a price, in fen, rounded half-even once, as the server does. */
export function valueAt({ amount, perPriceUnit }: Lot, priceFen: number): number {
  const product = BigInt(priceFen) * BigInt(amount)
  const unit = BigInt(perPriceUnit)
  const whole = product / unit
  const twice = (product % unit) * 2n
  const isUp = twice > unit || (twice === unit && whole % 2n === 1n)
  return Number(isUp ? whole + 1n : whole)
}

/** The ladder's step over a price: the smallest multiple of the tick by which the whole lot costs that much more. */
export function stepOver(terms: Terms, priceFen: number): number {
  const value = valueAt(terms, priceFen)
  const { rungs, topStepFen } = terms.english.ladder
  const step = rungs.find(({ belowFen }) => value < belowFen)?.stepFen ?? topStepFen
  const rise = ceilDiv(BigInt(step) * BigInt(terms.perPriceUnit), BigInt(terms.amount))
  return Number(ceilDiv(rise, BigInt(terms.english.tickFen))) * terms.english.tickFen
}

/** The next amount that may be bid, one step further than what is typed; the least one where that is below it. */
export function oneStepMore(terms: Terms, typedFen: number | undefined, leastFen: number): number {
  if (typedFen === undefined || typedFen < leastFen) {
    return leastFen
  }
  const onTick = Math.floor(typedFen / terms.english.tickFen) * terms.english.tickFen
  return onTick + stepOver(terms, onTick)
}

function ceilDiv(of: bigint, by: bigint): bigint {
  return (of + by - 1n) / by
}
