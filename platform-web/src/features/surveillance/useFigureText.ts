import { useI18n } from 'vue-i18n'
import { useMaterials, measureOf } from '@/shared/catalog/materials'
import { formatQuantity } from '@/shared/format/quantity'
import { useFormat } from '@/shared/format/useFormat'
import { kindOf, valueOf, type FigureKind } from './figures'
import type { CaseSummary, Detector, FigureName, WholeCase } from './queries'

const GRAMS_PER_KILOGRAM = 1_000

/** What a fact's value is, by who looks at it. */
const EVIDENCE: Readonly<Record<Detector, FigureKind>> = {
  COMMON_CONTROL: 'quantity',
  CIRCULAR_TRADE: 'quantity',
  REPEATED_GROSS: 'kilograms',
  LAST_DIGITS: 'kilograms',
  TARE_DRIFT: 'kilograms',
  PRICE_OUTLIER: 'price',
  SHILL_BIDDING: 'count',
}

/** Figures of cases in the reader's words. */
export function useFigureText() {
  const { t, locale } = useI18n()
  const format = useFormat()
  const { material, nameOf } = useMaterials()

  const rounded = (value: number, digits: number) =>
    new Intl.NumberFormat(locale.value, { maximumFractionDigits: digits }).format(value)

  function text(kind: FigureKind, value: number, materialCode: string): string {
    const of = material(materialCode)
    switch (kind) {
      case 'flag':
        return t(value > 0 ? 'surveillance.yes' : 'surveillance.no')
      case 'count':
        return format.number(value)
      case 'kilograms':
        return t('surveillance.kilograms', { value: rounded(value / GRAMS_PER_KILOGRAM, 0) })
      case 'quantity':
        return formatQuantity(Math.round(value), measureOf(of), locale.value, of?.unit ?? '')
      case 'share':
        return new Intl.NumberFormat(locale.value, { style: 'percent', maximumFractionDigits: 1 }).format(
          value,
        )
      case 'price':
        return format.fen(Math.round(value))
      case 'statistic':
        return rounded(value, 2)
      case 'chance':
        return new Intl.NumberFormat(locale.value, { maximumSignificantDigits: 2 }).format(value)
    }
  }

  /** The material's name, or the plate or scale as it is. */
  const subjectOf = (summary: CaseSummary) => nameOf(summary.subject)

  const figureOf = (whole: WholeCase, name: FigureName) =>
    text(kindOf(name), valueOf(whole.figures, name), whole.summary.subject)

  const evidenceOf = (whole: WholeCase, value: number) =>
    text(EVIDENCE[whole.summary.detector], value, whole.summary.subject)

  /** Why it was raised, in a sentence. */
  function why(whole: WholeCase): string {
    const values = Object.fromEntries(whole.figures.map(({ name }) => [name, figureOf(whole, name)]))
    return t(`surveillance.why.${whole.summary.detector}`, {
      ...values,
      subject: subjectOf(whole.summary),
      first: whole.summary.organisations[0]?.name ?? '—',
      second: whole.summary.organisations[1]?.name ?? '—',
    })
  }

  return { rounded, subjectOf, figureOf, evidenceOf, why }
}
