import { parseYuan, typedYuan, yuan } from '@/shared/format/money'
import type { Category } from '@/shared/catalog/catalog'
import type { Listing, Offer } from './queries'

/** An offer as it stands in the form: everything is text until it is sent. */
export interface OfferForm {
  title: string
  description: string
  categoryCode: string
  attributes: Record<string, string>
  conditionCode: string
  /** In yuan, as typed. */
  price: string
  districtCode: string
  location: Offer['location']
}

export function formOf(listing: Listing | undefined): OfferForm {
  return {
    title: listing?.title ?? '',
    description: listing?.description ?? '',
    categoryCode: listing?.categoryCode ?? '',
    attributes: { ...listing?.attributes },
    conditionCode: listing?.conditionCode ?? '',
    price: listing?.price ? typedYuan(listing.price.amount) : '',
    districtCode: listing?.districtCode ?? '',
    location: listing?.location ?? null,
  }
}

/**
 * What is sent. Answers to questions of another category stay in the form, for whoever changes the category back, but
 * are not sent.
 */
export function offerOf(form: OfferForm, category: Category | undefined, photoIds: readonly string[]): Offer {
  const fen = parseYuan(form.price)
  const asked = new Set(category?.attributes.map((attribute) => attribute.code))
  return {
    title: form.title,
    description: form.description,
    categoryCode: form.categoryCode || null,
    attributes: Object.fromEntries(
      Object.entries(form.attributes).filter(([code, answer]) => asked.has(code) && answer !== ''),
    ),
    conditionCode: form.conditionCode || null,
    price: fen === undefined ? null : yuan(fen),
    districtCode: form.districtCode || null,
    location: form.location ?? null,
    photoIds: [...photoIds],
  }
}

/** Whether there is text in the price that is no price. */
export function isPriceWrong(form: OfferForm): boolean {
  return form.price.trim() !== '' && parseYuan(form.price) === undefined
}
