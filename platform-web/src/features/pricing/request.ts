import { scaled } from './decimals'
import type { PreviewRequest } from './queries'
import type { Load, PenaltyRow, Readings, Sheet } from './sheet'

/** What is asked of the server, or which fields are no numbers yet, as `loads.0.sellerGross`. */
export interface Asking {
  request: PreviewRequest | undefined
  faults: ReadonlySet<string>
}

type Ticket = NonNullable<PreviewRequest['settlement']>['tickets'][number]
type Assay = PreviewRequest['assays'][number]
type Formula = PreviewRequest['formula']
type Period = NonNullable<Formula['references']>[number]['period']

const MOISTURE = 'moisture_pct'
const INCLUSION = 'inclusion_pct'
const WHOLE_BP = 10_000
const TAXES = {
  NONE: { taxRateBp: 0, taxIncluded: true },
  '13_IN': { taxRateBp: 1_300, taxIncluded: true },
  '13_ON': { taxRateBp: 1_300, taxIncluded: false },
  '3_IN': { taxRateBp: 300, taxIncluded: true },
  '3_ON': { taxRateBp: 300, taxIncluded: false },
} as const

export function askingFor(sheet: Sheet): Asking {
  const faults = new Set<string>()
  const number = (field: string, typed: string, decimals: number): number => {
    const read = scaled(typed, decimals)
    if (read === undefined || (read < 0 && field !== 'premium')) {
      faults.add(field)
    }
    return read ?? 0
  }
  const request = build(sheet, number)
  return { request: faults.size === 0 ? request : undefined, faults }
}

type Reader = (field: string, typed: string, decimals: number) => number

function build(sheet: Sheet, number: Reader): PreviewRequest {
  const splitting = number('splitting', sheet.splitting, 2)
  const isWet = sheet.basis === 'MOISTURE_ADJ'
  return {
    formula: formula(sheet, number),
    assumed: [],
    calls: [],
    assays: [
      ...(isWet ? [assay('moisture', MOISTURE, sheet.moisture, splitting, number)] : []),
      assay('inclusion', INCLUSION, sheet.inclusion, splitting, number),
      ...sheet.penalties.map((row, i) => assay(`penalties.${i}`, row.attribute, row, splitting, number)),
    ],
    rejects: [],
    settlement: {
      quantity: number('quantity', sheet.quantity, 6),
      quantityToleranceBp: number('tolerance', sheet.tolerance, 2),
      overrunAccepted: sheet.overrun !== '',
      basis: {
        kind: sheet.basis,
        moistureAttribute: MOISTURE,
        moistureBp: isWet ? number('moistureAgreed', sheet.moistureAgreed, 2) : 0,
        inclusionAttribute: INCLUSION,
        inclusionBp: number('inclusionAgreed', sheet.inclusionAgreed, 2),
        bothWays: sheet.bothWays !== '',
      },
      scale: {
        side: sheet.side,
        toleranceBp: number('scaleTolerance', sheet.scaleTolerance, 2),
        beyond: 'RECEIVED',
      },
      weightStepGrams: 1_000,
      ...TAXES[sheet.tax],
      provisionalShareBp: sheet.share.trim() === '' ? WHOLE_BP : number('share', sheet.share, 2),
      tickets: sheet.loads.flatMap((load, i) => tickets(load, i, number)),
      pieces: 0,
      paidFen: number('paid', sheet.paid, 2),
      depositFen: number('deposit', sheet.deposit, 2),
    },
  }
}

function formula(sheet: Sheet, number: Reader): Formula {
  const penalties = sheet.penalties.map((row, i) => penalty(row, i, number))
  if (sheet.price === 'FIXED') {
    return { kind: 'FIXED', fenPerTonne: number('yuan', sheet.yuan, 2), penalties }
  }
  const period: Period =
    sheet.price === 'DAY'
      ? { kind: 'DAY', day: sheet.from }
      : { kind: 'MEAN', days: number('days', sheet.days, 0), from: sheet.from }
  const coefficientBp = number('coefficient', sheet.coefficient, 2)
  return {
    kind: 'INDEXED',
    references: [{ series: sheet.series, coefficientBp, period }],
    premiumFenPerTonne: number('premium', sheet.premium, 2),
    penalties,
  }
}

function penalty(row: PenaltyRow, i: number, number: Reader): Formula['penalties'][number] {
  const reject = row.reject.trim() === '' ? {} : { reject: number(`penalties.${i}.reject`, row.reject, 2) }
  return {
    attribute: row.attribute,
    bad: row.bad,
    free: number(`penalties.${i}.free`, row.free, 2),
    ...reject,
    deduction: {
      kind: 'LINEAR',
      per: number(`penalties.${i}.per`, row.per, 2),
      fenPerTonne: number(`penalties.${i}.yuan`, row.yuan, 2),
    },
  }
}

function assay(
  field: string,
  attribute: string,
  read: Readings,
  splittingLimit: number,
  number: Reader,
): Assay {
  const reading = (side: keyof Readings) =>
    read[side].trim() === '' ? {} : { [side]: number(`${field}.${side}`, read[side], 2) }
  return { attribute, splittingLimit, ...reading('seller'), ...reading('buyer'), ...reading('umpire') }
}

/** A scale that has shown nothing has not weighed. */
function tickets(load: Load, i: number, number: Reader): Ticket[] {
  const ticket = (scale: 'SELLER' | 'BUYER', side: 'seller' | 'buyer'): Ticket[] => {
    const gross = load[`${side}Gross`]
    const tare = load[`${side}Tare`]
    return gross.trim() === ''
      ? []
      : [
          {
            scale,
            plate: load.plate.trim() === '' ? `#${i + 1}` : load.plate,
            grossGrams: number(`loads.${i}.${side}Gross`, gross, 3),
            tareGrams: tare.trim() === '' ? 0 : number(`loads.${i}.${side}Tare`, tare, 3),
            earlierTaresGrams: [],
          },
        ]
  }
  return [...ticket('SELLER', 'seller'), ...ticket('BUYER', 'buyer')]
}
