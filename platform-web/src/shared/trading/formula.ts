import { parseYuan, typedYuan } from '@/shared/format/money'
import { parseQuantity, typedQuantity } from '@/shared/format/quantity'
import { cityDayAfter } from '@/shared/format/time'
import type { Schemas } from '@/shared/api/client'

export type Formula = Schemas['FormulaRequest']
type Penalty = Formula['penalties'][number]
type Period = NonNullable<Formula['references']>[number]['period']

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
  kind: 'FIXED' | 'MEAN' | 'DAY' | 'CALLED'
  series: string
  /** In per cent, as typed. */
  coefficient: string
  from: string
  days: string
  /** Who calls the price. */
  by: 'SELLER' | 'BUYER'
  deadline: string
  /** The smallest part that can be called, in tonnes, as typed; empty for no parts. */
  smallest: string
  penalties: PenaltyForm[]
}

const HUNDRED = 100
const USUAL_COEFFICIENT = '88'
const USUAL_DAYS = '5'
const MAX_COEFFICIENT = 300
const MAX_DAYS = 66
/** Longer than an offer usually stands and takes to be signed. */
const USUAL_DAYS_TO_CALL = 30

export function formulaFormOf(formula: Formula | null | undefined, today: string): FormulaForm {
  const reference = formula?.references?.[0]
  const period = reference?.period
  return {
    kind: period?.kind ?? 'FIXED',
    series: reference?.series ?? 'AD',
    coefficient:
      reference === undefined ? USUAL_COEFFICIENT : String((reference.coefficientBp ?? 0) / HUNDRED),
    from: period?.from ?? period?.day ?? today,
    days: period?.days === undefined ? USUAL_DAYS : String(period.days),
    by: period?.by ?? 'SELLER',
    deadline: period?.deadline ?? cityDayAfter(USUAL_DAYS_TO_CALL),
    smallest:
      period?.smallestGrams === undefined || period.smallestGrams === period.grams
        ? ''
        : typedQuantity(period.smallestGrams, 'WEIGHT'),
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

/** Which fields are wrong, by their names; <code>0.free</code> is one of the first deduction. */
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
    if (form.kind === 'CALLED' && form.deadline < form.from) {
      faults.add('deadline')
    }
    if (
      form.kind === 'CALLED' &&
      form.smallest.trim() !== '' &&
      parseQuantity(form.smallest, 'WEIGHT') === undefined
    ) {
      faults.add('smallest')
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

/**
 * What is sent; undefined for a plain price. The form has no faults.
 *
 * @param grams that are offered, all of which are called where a price is called
 */
export function formulaOf(form: FormulaForm, grams: number): Formula | undefined {
  const penalties = form.penalties.map(penaltyOf)
  if (form.kind === 'FIXED') {
    return penalties.length === 0 ? undefined : { kind: 'FIXED', fenPerTonne: 0, penalties }
  }
  const coefficientBp = hundredths(form.coefficient) ?? 0
  return {
    kind: 'INDEXED',
    references: [{ series: form.series, coefficientBp, period: periodOf(form, form.kind, grams) }],
    premiumFenPerTonne: 0,
    penalties,
  }
}

function periodOf(form: FormulaForm, kind: Period['kind'], grams: number): Period {
  switch (kind) {
    case 'DAY':
      return { kind, day: form.from }
    case 'MEAN':
      return { kind, days: Number(form.days), from: form.from }
    case 'CALLED': {
      const { by, from, deadline } = form
      return { kind, by, from, deadline, grams, smallestGrams: smallestOf(form, grams) }
    }
  }
}

function smallestOf(form: FormulaForm, grams: number): number {
  return Math.min(parseQuantity(form.smallest, 'WEIGHT') ?? grams, grams)
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
