import { measureOf, type Material, type QualityAttribute } from '@/shared/catalog/materials'
import { parseYuan, typedYuan, yuan } from '@/shared/format/money'
import { parseQuantity, typedQuantity, type Measure } from '@/shared/format/quantity'
import { cityDay, cityDayAfter } from '@/shared/format/time'
import type { Photo } from '@/shared/photo/photoUpload'
import { formulaFaults, formulaFormOf, formulaOf, type FormulaForm } from '@/shared/trading/formula'
import type { Lot, LotTerms } from './queries'

/** A lot as it stands in the form: everything is text until it is sent. */
export interface LotForm {
  materialCode: string
  title: string
  description: string
  /** In tonnes or pieces, as typed. */
  quantity: string
  leastQuantity: string
  /** In per cent, as typed. */
  tolerance: string
  quality: Record<string, string>
  packing: LotTerms['packing']
  areaCode: string
  address: string
  delivery: LotTerms['delivery']
  payment: LotTerms['payment']
  tax: LotTerms['tax']
  /** In yuan for a tonne or a piece, as typed. */
  price: string
  formula: FormulaForm
  inspectionFrom: string
  inspectionTo: string
  photos: Photo[]
  lastDay: string
}

/** What is wrong before it is sent, by field. */
export type LotFaults = Partial<
  Record<'quantity' | 'leastQuantity' | 'tolerance' | 'price' | 'formula', true>
>

const USUAL_DAYS = 14
const USUAL_TOLERANCE = '3'
const BASIS_POINTS_PER_CENT = 100

export function lotFormOf(lot: Lot | undefined): LotForm {
  const measure = lot?.measure ?? 'WEIGHT'
  return {
    materialCode: lot?.materialCode ?? '',
    title: lot?.title ?? '',
    description: lot?.description ?? '',
    quantity: lot === undefined ? '' : typedQuantity(lot.quantity, measure),
    leastQuantity:
      lot === undefined || lot.leastQuantity === lot.quantity
        ? ''
        : typedQuantity(lot.leastQuantity, measure),
    tolerance: lot === undefined ? USUAL_TOLERANCE : String(lot.toleranceBasisPoints / BASIS_POINTS_PER_CENT),
    quality: { ...lot?.quality },
    packing: lot?.packing ?? 'LOOSE',
    areaCode: lot?.place.areaCode ?? '',
    address: lot?.place.address ?? '',
    delivery: lot?.delivery ?? 'AT_SELLER',
    payment: lot?.payment ?? 'PROVISIONAL_AND_FINAL',
    tax: lot?.tax ?? 'INCLUDES_VAT_13',
    price: lot?.price ? typedYuan(lot.price.amount) : '',
    formula: formulaFormOf(lot?.formula, cityDay()),
    inspectionFrom: lot?.inspection?.from ?? '',
    inspectionTo: lot?.inspection?.to ?? '',
    photos: [...(lot?.photos ?? [])],
    lastDay: lot?.lastDay ?? cityDayAfter(USUAL_DAYS),
  }
}

/** Per cent with at most two decimals, in basis points. */
export function parsePercent(typed: string): number | undefined {
  const parts = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(typed.normalize('NFKC').replace(/[\s%]/g, ''))
  return parts === null
    ? undefined
    : Number(parts[1]) * BASIS_POINTS_PER_CENT + Number((parts[2] ?? '').padEnd(2, '0'))
}

export function faultsIn(form: LotForm, measure: Measure): LotFaults {
  return {
    ...(parseQuantity(form.quantity, measure) === undefined ? { quantity: true } : {}),
    ...(form.leastQuantity.trim() !== '' && parseQuantity(form.leastQuantity, measure) === undefined
      ? { leastQuantity: true }
      : {}),
    ...(measure === 'WEIGHT' && parsePercent(form.tolerance) === undefined ? { tolerance: true } : {}),
    ...(form.price.trim() !== '' && parseYuan(form.price) === undefined ? { price: true } : {}),
    ...(formulaFaults(form.formula).size > 0 ? { formula: true } : {}),
  }
}

/** What is sent; answers to attributes of another material are left out. */
export function lotTermsOf(
  form: LotForm,
  material: Material,
  attributes: readonly QualityAttribute[],
): LotTerms {
  const measure = measureOf(material)
  const price = parseYuan(form.price)
  const leastQuantity = parseQuantity(form.leastQuantity, measure)
  const quantity = parseQuantity(form.quantity, measure) ?? 0
  const formula = formulaOf(form.formula, quantity)
  return {
    materialCode: material.code,
    title: form.title.trim(),
    description: form.description.trim(),
    quantity,
    ...(leastQuantity === undefined ? {} : { leastQuantity }),
    toleranceBasisPoints: measure === 'WEIGHT' ? (parsePercent(form.tolerance) ?? 0) : 0,
    quality: qualityOf(form.quality, attributes),
    packing: form.packing,
    place: { areaCode: form.areaCode, address: form.address.trim() },
    delivery: form.delivery,
    payment: form.payment,
    tax: form.tax,
    ...(price === undefined ? {} : { price: yuan(price) }),
    ...(formula === undefined ? {} : { formula }),
    ...(form.inspectionFrom === '' || form.inspectionTo === ''
      ? {}
      : { inspection: { from: form.inspectionFrom, to: form.inspectionTo } }),
    photoIds: form.photos.map(({ id }) => id),
    lastDay: form.lastDay,
  }
}

function qualityOf(
  said: Record<string, string>,
  attributes: readonly QualityAttribute[],
): Record<string, string> {
  return Object.fromEntries(
    attributes
      .map(({ code }) => [code, (said[code] ?? '').normalize('NFKC').trim()] as const)
      .filter(([, answer]) => answer !== ''),
  )
}
