/** An amount in the smallest unit of its currency: fen for CNY. */
export interface Money {
  amount: number
  currency: string
}

const FEN_PER_YUAN = 100

/** Ten million yuan: the highest price that the market takes. */
const PRICE_FEN_MAX = 1_000_000_000

/** `¥1,280` or `¥0.50`: fen are shown where there are any. */
export function formatPrice(money: Money, locale: string): string {
  return format(money, locale, money.amount % FEN_PER_YUAN === 0 ? 0 : 2)
}

/** `¥1,280.00`: always with fen, so that columns of numbers line up. */
export function formatAmount(money: Money, locale: string): string {
  return format(money, locale, 2)
}

export function yuan(fen: number): Money {
  return { amount: fen, currency: 'CNY' }
}

/**
 * What a person typed as yuan, in fen; undefined where it is no price between 0.01 and ten million yuan. Takes full-width
 * digits, blanks and thousands separators.
 */
export function parseYuan(typed: string): number | undefined {
  const plain = typed.normalize('NFKC').replace(/[\s,¥元]/g, '')
  const parts = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(plain)
  if (parts === null) {
    return undefined
  }
  const fen = Number(parts[1]) * FEN_PER_YUAN + Number((parts[2] ?? '').padEnd(2, '0'))
  return fen >= 1 && fen <= PRICE_FEN_MAX ? fen : undefined
}

/** The text for an input: `1280` or `0.50`. */
export function typedYuan(fen: number): string {
  return fen % FEN_PER_YUAN === 0 ? String(fen / FEN_PER_YUAN) : decimal(fen)
}

function format(money: Money, locale: string, digits: number): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(decimal(money.amount))
}

/** A decimal number as text: Intl takes it without the detour over floating point. */
function decimal(fen: number): `${number}` {
  const sign = fen < 0 ? '-' : ''
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}` as `${number}`
}
