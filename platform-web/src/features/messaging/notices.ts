import type { RouteLocationRaw } from 'vue-router'
import type { IconName } from '@/shared/ui/icons'
import type { Notification } from './queries'

type Kind = Notification['kind']

interface Look {
  /** The route that shows what it is about. */
  place:
    | 'order'
    | 'conversation'
    | 'listing'
    | 'saved-searches'
    | 'my-consignments'
    | 'rental'
    | 'swap'
    | 'gift'
    | 'wanted-post'
    | 'market-day'
    | 'lot'
    | 'demand'
    | 'trade-desk'
    | 'deal'
    | 'tender'
    | 'auction'
    | 'organisation'
    | 'organisations'
    | 'organisation-connections'
    | 'privacy'
    | 'credit'
    | 'account'
    | 'messages'
  icon: IconName
}

const OF_AN_ORDER: Look = { place: 'order', icon: 'order' }
const OF_A_CONVERSATION: Look = { place: 'conversation', icon: 'chat' }
const OF_A_DECISION: Look = { place: 'listing', icon: 'shield' }
const OF_A_SAVED_ITEM: Look = { place: 'listing', icon: 'heart' }
const OF_A_RENTAL: Look = { place: 'rental', icon: 'clock' }
const OF_A_SWAP: Look = { place: 'swap', icon: 'swap' }
const OF_A_GIFT: Look = { place: 'gift', icon: 'heart' }
const OF_THE_ACCOUNT: Look = { place: 'account', icon: 'key' }
const OF_A_REPORT: Look = { place: 'conversation', icon: 'alert' }
const OF_A_MUTE: Look = { place: 'messages', icon: 'alert' }
const OF_THE_CREDIT: Look = { place: 'credit', icon: 'star' }
const OF_A_CONSIGNMENT: Look = { place: 'my-consignments', icon: 'order' }
const OF_A_MARKET_DAY: Look = { place: 'market-day', icon: 'place' }
const OF_A_LOT: Look = { place: 'lot', icon: 'tag' }
const OF_A_NEGOTIATION: Look = { place: 'trade-desk', icon: 'chat' }
const OF_A_DEAL: Look = { place: 'deal', icon: 'order' }
const OF_A_TENDER: Look = { place: 'tender', icon: 'tag' }
const OF_AN_AUCTION: Look = { place: 'auction', icon: 'clock' }
const OF_AN_ORGANISATION: Look = { place: 'organisation', icon: 'desk' }
const OF_A_WANTED_POST: Look = { place: 'wanted-post', icon: 'search' }

const LOOKS: Partial<Record<Kind, Look>> = {
  MESSAGE_WAITING: OF_A_CONVERSATION,
  OFFER_RECEIVED: OF_A_CONVERSATION,
  OFFER_COUNTERED: OF_A_CONVERSATION,
  OFFER_DECLINED: OF_A_CONVERSATION,
  OFFER_ENDED: OF_A_CONVERSATION,
  LISTING_APPROVED: OF_A_DECISION,
  LISTING_REFUSED: OF_A_DECISION,
  SAVED_PRICE_DROPPED: OF_A_SAVED_ITEM,
  SAVED_SOLD: OF_A_SAVED_ITEM,
  SAVED_AVAILABLE: OF_A_SAVED_ITEM,
  SEARCH_MATCHED: { place: 'listing', icon: 'search' },
  SEARCH_DIGEST: { place: 'saved-searches', icon: 'search' },
  CONSIGNMENT_SOLD: OF_A_CONSIGNMENT,
  CONSIGNMENT_LOST: OF_A_CONSIGNMENT,
  CONSIGNMENT_MARKDOWN_AHEAD: OF_A_CONSIGNMENT,
  CONSIGNMENT_END_AHEAD: OF_A_CONSIGNMENT,
  CONSIGNMENT_ENDED: OF_A_CONSIGNMENT,
  RENTAL_PAID: OF_A_RENTAL,
  RENTAL_OVERDUE: OF_A_RENTAL,
  RENTAL_RETURNED: OF_A_RENTAL,
  RENTAL_DAMAGE_CLAIMED: OF_A_RENTAL,
  RENTAL_DAMAGE_CONTESTED: OF_A_RENTAL,
  RENTAL_SETTLED: OF_A_RENTAL,
  RENTAL_CANCELLATION_BEGUN: OF_A_RENTAL,
  SWAP_PROPOSED: OF_A_SWAP,
  SWAP_ACCEPTED: OF_A_SWAP,
  SWAP_AGREED: OF_A_SWAP,
  SWAP_PROPOSAL_ENDED: OF_A_SWAP,
  SWAP_CALLED_OFF: OF_A_SWAP,
  SWAP_RETURN_DUE: OF_A_SWAP,
  SWAP_SETTLED: OF_A_SWAP,
  SWAP_BROKEN: OF_A_SWAP,
  GIFT_ASKED: OF_A_GIFT,
  GIFT_CHOICE_DUE: OF_A_GIFT,
  GIFT_DRAWN: OF_A_GIFT,
  GIFT_PROMISED: OF_A_GIFT,
  GIFT_NOT_FETCHED: OF_A_GIFT,
  GIFT_DECLINED: OF_A_GIFT,
  GIFT_PROMISE_BROKEN: OF_A_GIFT,
  GIFT_GIVEN: OF_A_GIFT,
  GIFT_ENDED: OF_A_GIFT,
  WANTED_MATCHED: { place: 'listing', icon: 'search' },
  WANTED_ANSWERED: OF_A_CONVERSATION,
  WANTED_ENDING: OF_A_WANTED_POST,
  WANTED_APPROVED: OF_A_WANTED_POST,
  WANTED_REFUSED: OF_A_WANTED_POST,
  REPORT_DECIDED: OF_A_REPORT,
  CONDUCT_WARNED: OF_A_REPORT,
  CONDUCT_MUTED: OF_A_MUTE,
  MUTE_APPEAL_GRANTED: OF_A_MUTE,
  MUTE_APPEAL_REFUSED: OF_A_MUTE,
  CREDIT_APPEAL_GRANTED: OF_THE_CREDIT,
  CREDIT_APPEAL_REFUSED: OF_THE_CREDIT,
  STALL_ASSIGNED: OF_A_MARKET_DAY,
  STALL_GIVEN_AWAY: OF_A_MARKET_DAY,
  MARKET_DAY_CANCELLED: OF_A_MARKET_DAY,
  LOT_FITS_DEMAND: OF_A_LOT,
  DEMAND_FITS_LOT: { place: 'demand', icon: 'search' },
  LOT_FOUND: OF_A_LOT,
  DEMAND_FOUND: { place: 'demand', icon: 'search' },
  LOT_PROPOSED: OF_A_NEGOTIATION,
  PROPOSAL_REFUSED: OF_A_LOT,
  DEAL_AGREED: OF_A_DEAL,
  DEAL_SIGNED: OF_A_DEAL,
  DEAL_LAPSED: OF_A_DEAL,
  DEAL_PAYMENT_DUE: OF_A_DEAL,
  DEAL_PAYMENT_HELD: OF_A_DEAL,
  DEAL_PAYMENT_LATE: OF_A_DEAL,
  DEAL_CLOSED: OF_A_DEAL,
  DEAL_INVOICED: OF_A_DEAL,
  DEAL_INVOICE_OBJECTED: OF_A_DEAL,
  DEAL_INVOICE_REVERSED: OF_A_DEAL,
  TENDER_INVITED: OF_A_TENDER,
  TENDER_ASKED: OF_A_TENDER,
  TENDER_ANSWERED: OF_A_TENDER,
  TENDER_TO_DECIDE: OF_A_TENDER,
  TENDER_LOST: OF_A_TENDER,
  TENDER_ENDED: OF_A_TENDER,
  DELIVERY_MOVED: OF_A_DEAL,
  DELIVERY_CLAIMED: OF_A_DEAL,
  DELIVERY_SETTLED: OF_A_DEAL,
  DELIVERY_PRICE_CALLED: OF_A_DEAL,
  DELIVERY_PRICE_TO_CALL: OF_A_DEAL,
  AUCTION_OUTBID: OF_AN_AUCTION,
  AUCTION_BID_TO_OPEN: OF_AN_AUCTION,
  AUCTION_FINAL_ROUND: OF_AN_AUCTION,
  AUCTION_WON: OF_AN_AUCTION,
  AUCTION_SECOND_ASKED: OF_AN_AUCTION,
  AUCTION_LOST: OF_AN_AUCTION,
  AUCTION_DECISION_WANTED: OF_AN_AUCTION,
  AUCTION_SOLD: OF_AN_AUCTION,
  AUCTION_FAILED: OF_AN_AUCTION,
  LICENCE_APPROVED: OF_AN_ORGANISATION,
  LICENCE_REFUSED: OF_AN_ORGANISATION,
  LICENCE_ENDING: OF_AN_ORGANISATION,
  LICENCE_EXPIRED: OF_AN_ORGANISATION,
  ORGANISATION_INVITED: { place: 'organisations', icon: 'desk' },
  WEBHOOK_FAILED: { place: 'organisation-connections', icon: 'desk' },
  SELLER_LISTED: { place: 'listing', icon: 'person' },
  NEW_DEVICE: OF_THE_ACCOUNT,
  PASSWORD_CHANGED: OF_THE_ACCOUNT,
  CONTACT_CHANGED: OF_THE_ACCOUNT,
  ARCHIVE_READY: { place: 'privacy', icon: 'shield' },
}

/** These show all of the reader's own, whatever the notification is about. */
const LISTS: ReadonlySet<Look['place']> = new Set([
  'organisations',
  'saved-searches',
  'my-consignments',
  'privacy',
  'account',
  'credit',
  'messages',
])

/** The page of what a notification is about. */
export function placeOf({
  kind,
  subject,
  parameters,
}: Pick<Notification, 'kind' | 'subject' | 'parameters'>): RouteLocationRaw {
  const dispute = parameters['disputeId']
  if (dispute !== undefined) {
    return { name: 'dispute', params: { id: dispute } }
  }
  const bundle = parameters['bundleId']
  if (bundle !== undefined) {
    return { name: 'bundle', params: { id: bundle } }
  }
  const name = lookOf(kind).place
  if (name === 'trade-desk') {
    return { name, params: { tab: 'proposals' } }
  }
  return LISTS.has(name) ? { name } : { name, params: { id: subject } }
}

/** What stands before its words. */
export function iconOf(kind: Kind): IconName {
  return lookOf(kind).icon
}

function lookOf(kind: Kind): Look {
  return LOOKS[kind] ?? OF_AN_ORDER
}
