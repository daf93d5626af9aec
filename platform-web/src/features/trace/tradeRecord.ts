/** One step of a trade as it stands in the log. */
export interface TradeRecord {
  t:
    | 'order.paid'
    | 'order.shipped'
    | 'order.delivered'
    | 'order.completed'
    | 'order.refunded'
    | 'order.dispute-settled'
    | 'order.dispute-decided'
    | 'counter.sold'
    | 'rental.settled'
    | 'swap.settled'
    | 'gift.given'
    | 'corner.swapped'
    | 'stall.sold'
    | 'stall.sold-unlisted'
  at: string
  order: string
  category: string
  district: string
  condition: string
  priceFen: number
  feeFen: number
  snapshot: string
  /** Of a dispute's outcome: what of the price went back to the buyer. */
  refundFen?: number
  /** How many pieces the price is for; of a purchase from a stock. */
  pieces?: number
  c: { buyer: string; seller: string }
}

/** Undefined for an entry of a kind that this page does not know. */
export function readTradeRecord(entry: string): TradeRecord | undefined {
  try {
    const record = JSON.parse(entry) as Partial<TradeRecord>
    return typeof record.t === 'string' && typeof record.priceFen === 'number'
      ? (record as TradeRecord)
      : undefined
  } catch {
    return undefined
  }
}
