import { parseYuan, typedYuan } from '@/shared/format/money'
import type { Schemas } from '@/shared/api/client'

export type Formula = Schemas['FormulaRequest']
type Penalty = Formula['penalties'][number]

/** A deduction for quality as it stands in a form: everything is text until it is sent. */
interface PenaltyForm {
  attribute: string
  bad: Penalty['bad']
  /** In the attribute's unit, as typed. */
  free: string
  /** In yuan off a tonne for one unit beyond that, as typed. */
  yuan: string
  /** Beyond it the buyer may refuse the load; empty for no such limit. */
  reject: string
}

/** What an agreed price is added to, as it stands in a form. */
export interface FormulaForm {
  kind: 'FIXED' | 'MEAN' | 'DAY'
  series: string
  /** In per cent, as typed. */
  coefficient: string
  from: string
  days: string
  penalties: PenaltyForm[]
}

const HUNDRED = 100
const USUAL_COEFFICIENT = '88'
const USUAL_DAYS = '5'
const MAX_COEFFICIENT = 300
const MAX_DAYS = 66

export function formulaFormOf(formula: Formula | null | undefined, today: string): FormulaForm {
  const reference = formula?.references?.[0]
  const mean = reference?.period.kind === 'MEAN'
  return {
    kind: reference === undefined ? 'FIXED' : mean ? 'MEAN' : 'DAY',
    series: reference?.series ?? 'AD',
    coefficient:
      reference === undefined ? USUAL_COEFFICIENT : String((reference.coefficientBp ?? 0) / HUNDRED),
    from: (mean ? reference.period.from : reference?.period.day) ?? today,
    days: reference?.period.days === undefined ? USUAL_DAYS : String(reference.period.days),
    penalties: (formula?.penalties ?? []).map(formOf),
  }
}

function formOf({ attribute, bad, free = 0, reject, deduction }: Penalty): PenaltyForm {
  return {
    attribute,
    bad,
    free: String(free / HUNDRED),
    yuan: typedYuan(Math.round(((deduction.fenPerTonne ?? 0) * HUNDRED) / (deduction.per ?? HUNDRED))),
    reject: reject === undefined ? '' : String(reject / HUNDRED),
  }
}

/** A number with at most two decimals, in hundredths. */
function hundredths(typed: string): number | undefined {
  const text = typed.normalize('NFKC').trim()
  return /^\d{1,7}(?:\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * HUNDRED) : undefined
}

/** Which fields are wrong: <code>coefficient</code>, <code>days</code>, <code>from</code>, or <code>0.free</code> of a deduction. */
export function formulaFaults(form: FormulaForm): ReadonlySet<string> {
  const faults = new Set<string>()
  if (form.kind !== 'FIXED') {
    const coefficient = hundredths(form.coefficient)
    if (coefficient === undefined || coefficient < 1 || coefficient > MAX_COEFFICIENT * HUNDRED) {
      faults.add('coefficient')
    }
    if (form.from === '') {
      faults.add('from')
    }
    if (form.kind === 'MEAN' && !(Number(form.days) >= 1 && Number(form.days) <= MAX_DAYS)) {
      faults.add('days')
    }
  }
  form.penalties.forEach((penalty, number) => {
    if (hundredths(penalty.free) === undefined) {
      faults.add(`${String(number)}.free`)
    }
    if (parseYuan(penalty.yuan) === undefined) {
      faults.add(`${String(number)}.yuan`)
    }
    if (penalty.reject.trim() !== '' && hundredths(penalty.reject) === undefined) {
      faults.add(`${String(number)}.reject`)
    }
  })
  return faults
}

/** What is sent; undefined for a plain price. The form has no faults. */
export function formulaOf(form: FormulaForm): Formula | undefined {
  const penalties = form.penalties.map(penaltyOf)
  if (form.kind === 'FIXED') {
    return penalties.length === 0 ? undefined : { kind: 'FIXED', fenPerTonne: 0, penalties }
  }
  const period =
    form.kind === 'MEAN'
      ? { kind: 'MEAN' as const, days: Number(form.days), from: form.from }
      : { kind: 'DAY' as const, day: form.from }
  return {
    kind: 'INDEXED',
    references: [{ series: form.series, coefficientBp: hundredths(form.coefficient) ?? 0, period }],
    premiumFenPerTonne: 0,
    penalties,
  }
}

function penaltyOf({ attribute, bad, free, yuan, reject }: PenaltyForm): Penalty {
  const limit = hundredths(reject)
  return {
    attribute,
    bad,
    free: hundredths(free) ?? 0,
    ...(limit === undefined ? {} : { reject: limit }),
    deduction: { kind: 'LINEAR', per: HUNDRED, fenPerTonne: parseYuan(yuan) ?? 0 },
  }
}
