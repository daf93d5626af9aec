/** How a material is measured: in grams, or by the piece. */
export type Measure = 'WEIGHT' | 'PIECES'

const DECIMALS = 6
const TYPED = /^(\d{1,9})(?:\.(\d{1,6}))?$/

/** `28.5 吨` or `12 台`; grams are shown to the kilogram, unless there are fewer. */
export function formatQuantity(quantity: number, measure: Measure, locale: string, piece: string): string {
  return measure === 'WEIGHT'
    ? `${formatTonnes(quantity, locale)} ${locale === 'en' ? 't' : '吨'}`
    : `${new Intl.NumberFormat(locale).format(quantity)} ${piece}`
}

function formatTonnes(grams: number, locale: string): string {
  const digits = Math.abs(grams) < 1_000 && grams !== 0 ? DECIMALS : 3
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(decimal(grams))
}

/**
 * What a person typed as tonnes, in grams, or as pieces; undefined where it is neither. Takes full-width digits, blanks,
 * separators and the unit behind the number.
 */
export function parseQuantity(typed: string, measure: Measure): number | undefined {
  const parts = TYPED.exec(typed.normalize('NFKC').replace(/[\s,吨t]/gi, ''))
  if (parts === null || (measure === 'PIECES' && parts[2] !== undefined)) {
    return undefined
  }
  const whole = Number(parts[1])
  const quantity =
    measure === 'PIECES' ? whole : whole * 1_000_000 + Number((parts[2] ?? '').padEnd(DECIMALS, '0'))
  return quantity >= 1 ? quantity : undefined
}

/** The text for an input: `28.5`. */
export function typedQuantity(quantity: number, measure: Measure): string {
  return measure === 'PIECES' ? String(quantity) : decimal(quantity).replace(/\.?0+$/, '')
}

/** Tonnes as text: Intl takes them without the detour over floating point. */
function decimal(grams: number): `${number}` {
  const sign = grams < 0 ? '-' : ''
  const digits = String(Math.abs(grams)).padStart(DECIMALS + 1, '0')
  return `${sign}${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}` as `${number}`
}
