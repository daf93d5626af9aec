import type { IconName } from '@/shared/ui/icons'
import type { Notification } from './queries'

type Kind = Notification['kind']

interface Look {
  /** The route that shows what it is about. */
  place: string
  icon: IconName
}

const OF_AN_ORDER: Look = { place: 'order', icon: 'order' }
const OF_A_CONVERSATION: Look = { place: 'conversation', icon: 'chat' }
const OF_A_LISTING: Look = { place: 'listing', icon: 'shield' }

const LOOKS: Partial<Record<Kind, Look>> = {
  MESSAGE_WAITING: OF_A_CONVERSATION,
  OFFER_RECEIVED: OF_A_CONVERSATION,
  OFFER_COUNTERED: OF_A_CONVERSATION,
  OFFER_DECLINED: OF_A_CONVERSATION,
  OFFER_ENDED: OF_A_CONVERSATION,
  LISTING_APPROVED: OF_A_LISTING,
  LISTING_REFUSED: OF_A_LISTING,
}

/** The page that a notification leads to. */
export function placeOf({ kind, subject, parameters }: Notification) {
  const dispute = parameters['disputeId']
  return dispute === undefined
    ? { name: lookOf(kind).place, params: { id: subject } }
    : { name: 'dispute', params: { id: dispute } }
}

/** What stands before its words. */
export function iconOf(kind: Kind): IconName {
  return lookOf(kind).icon
}

function lookOf(kind: Kind): Look {
  return LOOKS[kind] ?? OF_AN_ORDER
}
