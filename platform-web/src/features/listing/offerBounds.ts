import { answerOf, api, type Schemas } from '@/shared/api/client'
import { parseYuan, typedYuan, yuan } from '@/shared/format/money'

/** What a seller has decided beforehand about offers; nobody else sees it. */
export type OfferBounds = Schemas['OfferBoundsResponse']

/** The bounds as they stand in the form: prices in yuan, as typed. */
export interface BoundsForm {
  takesOffers: boolean
  autoAccept: string
  autoDecline: string
}

/** What holds while nothing was decided. */
export const UNDECIDED: OfferBounds = { takesOffers: true, autoAccept: null, autoDecline: null, version: 0 }

export function boundsFormOf({ takesOffers, autoAccept, autoDecline }: OfferBounds): BoundsForm {
  return {
    takesOffers,
    autoAccept: autoAccept === null ? '' : typedYuan(autoAccept.amount),
    autoDecline: autoDecline === null ? '' : typedYuan(autoDecline.amount),
  }
}

/** What is sent; what is left out is no bound. */
export function boundsOf({
  takesOffers,
  autoAccept,
  autoDecline,
}: BoundsForm): Schemas['OfferBoundsRequest'] {
  const accept = parseYuan(autoAccept)
  const decline = parseYuan(autoDecline)
  return {
    takesOffers,
    ...(accept === undefined ? {} : { autoAccept: yuan(accept) }),
    ...(decline === undefined ? {} : { autoDecline: yuan(decline) }),
  }
}

/** Whether the form says something else than what was decided. */
export function isDecidedAnew(form: BoundsForm, decided: OfferBounds): boolean {
  const { takesOffers, autoAccept, autoDecline } = boundsOf(form)
  return (
    takesOffers !== decided.takesOffers ||
    autoAccept?.amount !== decided.autoAccept?.amount ||
    autoDecline?.amount !== decided.autoDecline?.amount
  )
}

/** Whether there is text that is no price. */
export function isBoundWrong(typed: string): boolean {
  return typed.trim() !== '' && parseYuan(typed) === undefined
}

export function readBounds(listingId: string): Promise<OfferBounds> {
  return answerOf(api.GET('/api/v1/listings/{id}/offer-bounds', { params: { path: { id: listingId } } }))
}

/** Refused as stale where another window has decided since that version. */
export function decideBounds(listingId: string, version: number, form: BoundsForm): Promise<OfferBounds> {
  return answerOf(
    api.PUT('/api/v1/listings/{id}/offer-bounds', {
      params: { path: { id: listingId }, header: { 'If-Match': `"${String(version)}"` } },
      body: boundsOf(form),
    }),
  )
}
