import { decimal } from './decimals'
import type { Finding, Line, Quantity } from './queries'

type Rule = Line['rule']
type Unit = Quantity['unit']

/** How a rule reckons, in signs that need no language; the names are those of the line's inputs. */
const HOW: Partial<Record<Rule, string>> = {
  MEAN: '{sum} ÷ {days}',
  CALLED_PART: '{grams}',
  UNCALLED_PART: '{grams}',
  CALLED_MEAN: 'Σ ÷ {grams}',
  COEFFICIENT: '{reference} × {coefficient}',
  LINEAR_PENALTY: '{excess} ÷ {per} × {rate}',
  STEPPED_PENALTY: '{measured} > {free}',
  PRICE: '{terms} − {penalties}',
  NET: '{gross} − {tare}',
  SCALE_DIFFERENCE: '{buyer} − {seller} (± {limit})',
  MOISTURE: '{weight} × (1 − {measured}) ÷ (1 − {contract})',
  INCLUSION: '{weight} × (1 − ({measured} − {contract}))',
  SETTLEMENT_WEIGHT: '{exact} → {step}',
  PAYABLE_WEIGHT: '{weight} → ≤ {most}',
  GOODS_AMOUNT: '{weight} × {price}',
  NET_OF_TAX: '{amount} ÷ (1 + {rate})',
  TAX_WITHIN: '{amount} − {net}',
  TAX_ON_TOP: '{amount} × {rate}',
  TOTAL: '{net} + {tax}',
  PROVISIONAL_SHARE: '{total} × {share}',
  ASSAY_MEAN: '({seller} + {buyer}) ÷ 2',
  ASSAY_UMPIRE: '{seller} · {umpire} · {buyer}',
}

const DECIMALS: Record<Unit, number> = {
  FEN: 2,
  FEN_PER_TONNE: 2,
  FEN_PER_PIECE: 2,
  GRAM: 3,
  PIECE: 0,
  BASIS_POINT: 2,
  HUNDREDTH: 2,
  COUNT: 0,
}

/** Readings whose unit is not a per cent; all others end in `_pct`. */
const isPercentage = (attribute: string) => attribute.endsWith('_pct')

/** Parts of a subject that have a text of their own. */
const SIDES = ['SELLER', 'BUYER', 'THIRD', 'BOTH']

/** The texts that a line is put together from. */
export interface Words {
  locale: string
  unit: (unit: Unit) => string
  attribute: (code: string) => string
  side: (side: string) => string
}

/** `≈19,588.636 kg`, `17,392.00 元/吨`, `12%`. */
export function quantityText(quantity: Quantity, words: Words, attribute = ''): string {
  const { amount, unit } = quantity
  const isShare = unit === 'BASIS_POINT' || (unit === 'HUNDREDTH' && isPercentage(attribute))
  const digits = new Intl.NumberFormat(words.locale, {
    minimumFractionDigits: unit.startsWith('FEN') ? 2 : 0,
    maximumFractionDigits: DECIMALS[unit],
  }).format(decimal(amount, DECIMALS[unit]))
  const sign = quantity.exact ? '' : '≈'
  return isShare ? `${sign}${digits}%` : `${sign}${digits}${words.unit(unit)}`
}

/** The reckoning of a line; empty where the result speaks for itself. */
export function howText(line: Line, words: Words): string {
  const inputs = new Map(line.inputs.map(({ name, quantity }) => [name, quantity]))
  return (HOW[line.rule] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => {
    const quantity = inputs.get(name)
    return quantity === undefined ? '' : quantityText(quantity, words, line.subject)
  })
}

/** `AD 2026-11-02`, `铁`, `买方 豫A12345`. */
export function subjectText(subject: string, words: Words): string {
  return subject
    .split(' ')
    .map((part) => (SIDES.includes(part) ? words.side(part) : words.attribute(part)))
    .join(' ')
}

/** Findings by which figures are still provisional come first. */
export function bySeriousness(findings: readonly Finding[]): Finding[] {
  const last = ['CARRIED_FIXING', 'TICKET_TWICE', 'UMPIRE_COSTS']
  return [...findings].sort((a, b) => Number(last.includes(a.kind)) - Number(last.includes(b.kind)))
}

/** In which part of the sheet a line stands. */
export function partOf(rule: Rule): 'assay' | 'weight' | 'price' | 'money' {
  if (rule.startsWith('ASSAY')) {
    return 'assay'
  }
  const weights: readonly Rule[] = [
    'NET',
    'SIDE_NET',
    'SCALE_DIFFERENCE',
    'COUNTED_NET',
    'COUNTED_PIECES',
    'MOISTURE',
    'INCLUSION',
    'SETTLEMENT_WEIGHT',
    'PAYABLE_WEIGHT',
  ]
  if (weights.includes(rule)) {
    return 'weight'
  }
  return priceRules.includes(rule) ? 'price' : 'money'
}

const priceRules: readonly Rule[] = [
  'FIXING',
  'CARRIED_FIXING',
  'ESTIMATED_FIXING',
  'MEAN',
  'CALLED_PART',
  'UNCALLED_PART',
  'CALLED_MEAN',
  'COEFFICIENT',
  'PREMIUM',
  'FIXED_PRICE',
  'LINEAR_PENALTY',
  'STEPPED_PENALTY',
  'PRICE',
]
