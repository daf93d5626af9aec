import { measureOf, type Material, type QualityAttribute } from '@/shared/catalog/materials'
import { parseYuan, typedYuan, yuan } from '@/shared/format/money'
import { parseQuantity, typedQuantity, type Measure } from '@/shared/format/quantity'
import { cityDay, cityDayAfter } from '@/shared/format/time'
import { askedForm, requirementsOf, type AskedForm } from '@/shared/trading/asked'
import type { Demand, DemandTerms } from './queries'

/** A demand as it stands in the form: everything is text until it is sent. */
export interface DemandForm {
  materialCode: string
  title: string
  description: string
  /** In tonnes or pieces, as typed. */
  quantity: string
  leastQuantity: string
  quality: Record<string, AskedForm>
  areaCode: string
  address: string
  delivery: DemandTerms['delivery']
  payment: DemandTerms['payment']
  tax: DemandTerms['tax']
  /** In yuan for a tonne or a piece, as typed. */
  price: string
  from: string
  to: string
  lastDay: string
}

/** What is wrong before it is sent, by field. */
export type DemandFaults = Partial<Record<'quantity' | 'leastQuantity' | 'price', true>>

const USUAL_DAYS = 30

export function demandFormOf(demand: Demand | undefined): DemandForm {
  const measure = demand?.measure ?? 'WEIGHT'
  return {
    materialCode: demand?.materialCode ?? '',
    title: demand?.title ?? '',
    description: demand?.description ?? '',
    quantity: demand === undefined ? '' : typedQuantity(demand.quantity, measure),
    leastQuantity:
      demand === undefined || demand.leastQuantity === demand.quantity
        ? ''
        : typedQuantity(demand.leastQuantity, measure),
    quality: Object.fromEntries(
      Object.entries(demand?.quality ?? {}).map(([code, asked]) => [code, askedForm(asked)]),
    ),
    areaCode: demand?.place.areaCode ?? '',
    address: demand?.place.address ?? '',
    delivery: demand?.delivery ?? 'TO_BUYER',
    payment: demand?.payment ?? 'PROVISIONAL_AND_FINAL',
    tax: demand?.tax ?? 'INCLUDES_VAT_13',
    price: demand?.price ? typedYuan(demand.price.amount) : '',
    from: demand?.window.from ?? cityDay(),
    to: demand?.window.to ?? cityDayAfter(USUAL_DAYS),
    lastDay: demand?.lastDay ?? cityDayAfter(USUAL_DAYS),
  }
}

export function faultsIn(form: DemandForm, measure: Measure): DemandFaults {
  return {
    ...(parseQuantity(form.quantity, measure) === undefined ? { quantity: true } : {}),
    ...(form.leastQuantity.trim() !== '' && parseQuantity(form.leastQuantity, measure) === undefined
      ? { leastQuantity: true }
      : {}),
    ...(form.price.trim() !== '' && parseYuan(form.price) === undefined ? { price: true } : {}),
  }
}

/** What is sent; what is asked of attributes of another material is left out. */
export function demandTermsOf(
  form: DemandForm,
  material: Material,
  attributes: readonly QualityAttribute[],
): DemandTerms {
  const measure = measureOf(material)
  const price = parseYuan(form.price)
  const leastQuantity = parseQuantity(form.leastQuantity, measure)
  return {
    materialCode: material.code,
    title: form.title.trim(),
    description: form.description.trim(),
    quantity: parseQuantity(form.quantity, measure) ?? 0,
    ...(leastQuantity === undefined ? {} : { leastQuantity }),
    quality: requirementsOf(form.quality, attributes),
    place: { areaCode: form.areaCode, address: form.address.trim() },
    delivery: form.delivery,
    payment: form.payment,
    tax: form.tax,
    ...(price === undefined ? {} : { price: yuan(price) }),
    window: { from: form.from, to: form.to },
    lastDay: form.lastDay,
  }
}
