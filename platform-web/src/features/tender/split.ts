import { parseQuantity, type Measure } from '@/shared/format/quantity'
import type { ComparedLine, ComparedQuote, Pick } from './queries'

/** What a buyer would take of each quote, as typed, and why; by the quote's id. */
export interface Wish {
  quantity: string
  reason: string
}

/** What the wishes for one line come to. */
export interface Split {
  /** Grams or pieces. */
  taken: number
  /** Of what is taken, without tax, in fen. */
  value: number
  /** What the same quantity costs from the cheapest on, without tax, in fen. */
  least: number
  /** Quotes that are taken though a cheaper one is passed over: why has to be said. */
  toExplain: ReadonlySet<string>
  /** Whether something is typed that is no quantity, or more than is asked for. */
  isWrong: boolean
}

const PER_UNIT: Record<Measure, bigint> = { WEIGHT: 1_000_000n, PIECES: 1n }

/** Of so much at a price in fen for a tonne or a piece, rounded to the fen, halves to the even one. */
export function valueOf(fen: number, quantity: number, measure: Measure): number {
  const per = PER_UNIT[measure]
  const product = BigInt(fen) * BigInt(quantity)
  const [whole, twice] = [product / per, (product % per) * 2n]
  const isUp = twice > per || (twice === per && whole % 2n === 1n)
  return Number(isUp ? whole + 1n : whole)
}

export function splitOf({ line, quotes, cheapest }: ComparedLine, wishes: Record<string, Wish>): Split {
  const taken = new Map(
    quotes.map((one) => [
      one.quote.id,
      parseQuantity(wishes[one.quote.id]?.quantity ?? '', line.measure) ?? 0,
    ]),
  )
  const of = (one: ComparedQuote) => taken.get(one.quote.id) ?? 0
  const sum = [...taken.values()].reduce((all, one) => all + one, 0)
  const costOf = (part: (one: ComparedQuote) => number) =>
    quotes.reduce((all, one) => all + valueOf(one.comparedPrice.amount, part(one), line.measure), 0)
  const inSplit = ({ quote }: ComparedQuote) =>
    cheapest.find(({ quoteId }) => quoteId === quote.id)?.quantity ?? 0
  const value = costOf(of)
  // Smallest parts can ask for leaving some of a cheaper quote.
  const isSplit = sum === quotes.reduce((all, one) => all + inSplit(one), 0) && value <= costOf(inSplit)
  const isTyped = ({ quote }: ComparedQuote) => (wishes[quote.id]?.quantity ?? '').trim() !== ''
  return {
    taken: sum,
    value,
    least: isSplit ? value : leastFor(sum, quotes, line.measure),
    toExplain: new Set(
      quotes
        .filter((one) => !isSplit && of(one) > 0 && passesOver(one, quotes, of))
        .map(({ quote }) => quote.id),
    ),
    isWrong:
      sum > line.quantity ||
      quotes.some(
        (one) => isTyped(one) && (of(one) < one.leastQuantity || of(one) > one.quote.quantity || !one.valid),
      ),
  }
}

/** Quotes come the cheapest first. */
function leastFor(quantity: number, quotes: readonly ComparedQuote[], measure: Measure): number {
  let open = quantity
  let value = 0
  for (const { quote, comparedPrice, valid } of quotes) {
    const part = valid ? Math.min(open, quote.quantity) : 0
    value += valueOf(comparedPrice.amount, part, measure)
    open -= part
  }
  return value
}

function passesOver(
  one: ComparedQuote,
  quotes: readonly ComparedQuote[],
  taken: (one: ComparedQuote) => number,
): boolean {
  return quotes.some(
    (other) =>
      other.valid &&
      other.comparedPrice.amount < one.comparedPrice.amount &&
      taken(other) < other.quote.quantity,
  )
}

/** What is sent of all lines; what is left empty is not taken. */
export function picksOf(lines: readonly ComparedLine[], wishes: Record<string, Wish>): Pick[] {
  return lines.flatMap(({ line, quotes }) =>
    quotes.flatMap(({ quote }) => {
      const wish = wishes[quote.id]
      const quantity = parseQuantity(wish?.quantity ?? '', line.measure)
      if (quantity === undefined) {
        return []
      }
      const reason = wish?.reason.trim() ?? ''
      return [{ quoteId: quote.id, quantity, ...(reason === '' ? {} : { reason }) }]
    }),
  )
}
