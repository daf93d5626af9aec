import { parseCount } from '@/shared/format/count'
import { parseYuan, typedYuan, yuan } from '@/shared/format/money'
import { reportOf, type Answers, type Checklist } from '@/shared/catalog/checklists'
import type { Category } from '@/shared/catalog/catalog'
import type { GiftTerms, Listing, Offer, RentalTerms, ShippingTerms } from './queries'

/** An offer as it stands in the form: everything is text until it is sent. */
export interface OfferForm {
  title: string
  description: string
  categoryCode: string
  attributes: Record<string, string>
  conditionCode: string
  /** To what is asked about its condition, by question. */
  answers: Answers
  /** In yuan, as typed. */
  price: string
  districtCode: string
  location: Offer['location']
  forSale: boolean
  forRent: boolean
  rental: RentalForm
  toSwap: boolean
  swap: SwapForm
  forGift: boolean
  gift: GiftForm
  toShip: boolean
  shipping: ShippingForm
  /** Whether there are several of the same. */
  isStock: boolean
  /** How many, as typed. */
  stock: string
}

/** Terms of shipping as they stand in the form: the weight class in grams, as text. */
export interface ShippingForm {
  payer: ShippingTerms['payer']
  parcelGrams: string
}

/** What an owner would take for a thing. */
export interface SwapForm {
  categoryCodes: string[]
  words: string
}

/** Terms of a gift as they stand in the form: hours as text. */
export interface GiftForm {
  choice: GiftTerms['choice']
  windowHours: string
  pickupHours: string
}

/** Terms of rent as they stand in the form: money in yuan, days as numbers, all as typed. */
export interface RentalForm {
  perDay: string
  perWeek: string
  deposit: string
  minDays: string
  maxDays: string
  bufferDays: string
}

export function formOf(listing: Listing | undefined): OfferForm {
  return {
    title: listing?.title ?? '',
    description: listing?.description ?? '',
    categoryCode: listing?.categoryCode ?? '',
    attributes: { ...listing?.attributes },
    conditionCode: listing?.conditionCode ?? '',
    answers: { ...listing?.report?.answers },
    price: listing?.price && listing.gift == null ? typedYuan(listing.price.amount) : '',
    districtCode: listing?.districtCode ?? '',
    location: listing?.location ?? null,
    forSale: listing?.forSale ?? true,
    forRent: listing?.rental != null,
    rental: rentalFormOf(listing?.rental ?? undefined),
    toSwap: listing?.swap != null,
    swap: { categoryCodes: [...(listing?.swap?.categoryCodes ?? [])], words: listing?.swap?.words ?? '' },
    forGift: listing?.gift != null,
    gift: giftFormOf(listing?.gift ?? undefined),
    toShip: listing?.shipping != null,
    shipping: {
      payer: listing?.shipping?.payer ?? 'BUYER',
      parcelGrams: String(listing?.shipping?.parcelGrams ?? 1_000),
    },
    isStock: listing?.stock != null,
    stock: listing?.stock == null ? '' : String(listing.stock),
  }
}

/** What an address says that leads to the form: `title` and `category`. */
export function prefillOf(query: Readonly<Record<string, unknown>>): Partial<OfferForm> {
  const { title, category } = query
  return {
    ...(typeof title === 'string' ? { title } : {}),
    ...(typeof category === 'string' ? { categoryCode: category } : {}),
  }
}

function giftFormOf(terms: GiftTerms | undefined): GiftForm {
  return {
    choice: terms?.choice ?? 'DRAW',
    windowHours: String(terms?.windowHours ?? 48),
    pickupHours: String(terms?.pickupHours ?? 72),
  }
}

function giftOf(form: GiftForm): GiftTerms {
  return {
    choice: form.choice,
    windowHours: Number(form.windowHours),
    pickupHours: Number(form.pickupHours),
  }
}

function rentalFormOf(terms: RentalTerms | undefined): RentalForm {
  return {
    perDay: terms === undefined ? '' : typedYuan(terms.perDay.amount),
    perWeek: terms?.perWeek == null ? '' : typedYuan(terms.perWeek.amount),
    deposit: terms === undefined ? '' : typedYuan(terms.deposit.amount),
    minDays: String(terms?.minDays ?? 1),
    maxDays: String(terms?.maxDays ?? 14),
    bufferDays: String(terms?.bufferDays ?? 1),
  }
}

/** The terms; undefined while something is missing or is no number. */
function rentalOf(form: RentalForm): RentalTerms | undefined {
  const perDay = parseYuan(form.perDay)
  const perWeek = form.perWeek.trim() === '' ? null : parseYuan(form.perWeek)
  const deposit = parseYuan(form.deposit)
  const [minDays, maxDays, bufferDays] = [form.minDays, form.maxDays, form.bufferDays].map(parseCount)
  return perDay === undefined ||
    perWeek === undefined ||
    deposit === undefined ||
    minDays === undefined ||
    maxDays === undefined ||
    bufferDays === undefined
    ? undefined
    : {
        perDay: yuan(perDay),
        perWeek: perWeek === null ? null : yuan(perWeek),
        deposit: yuan(deposit),
        minDays,
        maxDays,
        bufferDays,
      }
}

/** Whether it shall be lent on terms that are not whole: it must not be published as if it were only for sale. */
export function isRentalWrong(form: OfferForm): boolean {
  return form.forRent && !form.forGift && rentalOf(form.rental) === undefined
}

/**
 * What is sent. Answers to questions of another category stay in the form, for whoever changes the category back, but
 * are not sent.
 */
export function offerOf(
  form: OfferForm,
  { category, checklist }: { category: Category | undefined; checklist: Checklist | undefined },
  photos: { ids: readonly string[]; shots: Readonly<Record<string, string>> },
): Offer {
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
    price: fen === undefined || form.forGift ? null : yuan(fen),
    districtCode: form.districtCode || null,
    location: form.location ?? null,
    photoIds: [...photos.ids],
    report: reportOf(checklist, form.answers, photos.shots),
    swap: form.toSwap && !form.forGift ? { ...form.swap, words: form.swap.words.trim() } : null,
    forSale: form.forSale && !form.forGift,
    rental: form.forRent && !form.forGift ? (rentalOf(form.rental) ?? null) : null,
    gift: form.forGift ? giftOf(form.gift) : null,
    shipping:
      form.toShip && form.forSale && !form.forGift
        ? { payer: form.shipping.payer, parcelGrams: Number(form.shipping.parcelGrams) }
        : null,
    stock: isStock(form) ? (parseCount(form.stock) ?? null) : null,
  }
}

/** Whether several of the same are sold. */
export function isStock(form: OfferForm): boolean {
  return form.isStock && form.forSale && !form.forGift
}

/** Whether it is not said how many: several must not be published as if they were one. */
export function isStockWrong(form: OfferForm): boolean {
  return isStock(form) && (parseCount(form.stock) ?? 0) < 1
}

/**
 * The number that is meant once pieces were sold while it was typed: whoever has two more than before has two more than
 * now.
 */
export function stockMeant(typed: string, before: number, now: number): string {
  const count = parseCount(typed)
  return count === undefined ? typed : String(Math.max(1, count + now - before))
}

/** Whether there is text in the price that is no price. */
export function isPriceWrong(form: OfferForm): boolean {
  return !form.forGift && form.price.trim() !== '' && parseYuan(form.price) === undefined
}
