const TYPED = /^(\d{1,11})(?:\.(\d{1,2}))?$/
const FEN_DIGITS = 2
const FEN_PER_YUAN = 100
const WHOLE_BASIS_POINTS = 10_000

/** What was typed of an invoice in yuan, in fen; undefined where it is no amount. Nothing is an amount here, too. */
export function parseFen(typed: string): number | undefined {
  const parts = TYPED.exec(typed.normalize('NFKC').replace(/[\s,¥元]/g, ''))
  return parts === null
    ? undefined
    : Number(parts[1]) * FEN_PER_YUAN + Number((parts[2] ?? '').padEnd(FEN_DIGITS, '0'))
}

/** `13%`, `1%`, `0%`. */
export function rateWords(basisPoints: number): string {
  return `${String(basisPoints / FEN_PER_YUAN)}%`
}

/**
 * What is left of a price without the tax in it, as the server reckons it; no price lies exactly between two amounts, so
 * how halves are rounded does not matter.
 */
export function netOf(grossFen: number, rateBasisPoints: number): number {
  return Math.round((grossFen * WHOLE_BASIS_POINTS) / (WHOLE_BASIS_POINTS + rateBasisPoints))
}

/** How much of a limit is used up, for the width of a bar. */
export function usedShare(limitFen: number, roomFen: number): string {
  return `${String(Math.min(100, Math.max(0, (100 * (limitFen - roomFen)) / limitFen)))}%`
}
