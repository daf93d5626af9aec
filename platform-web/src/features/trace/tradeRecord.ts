/** One step of a trade as it stands in the log. */
export interface TradeRecord {
  /** What happened: `order.paid`, `deal.load-weighed`. */
  t: string
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

/** Whether it is of scrap between organisations: then its category is a material. */
export function isOfExchange({ t }: TradeRecord): boolean {
  return /^(deal|auction|tender|lot)\./.test(t)
}

/** Where it is put in words. */
export function stepKey({ t }: TradeRecord): string {
  return `trace.step.${t.replace('.', '-')}`
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
