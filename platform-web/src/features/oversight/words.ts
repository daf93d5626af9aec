import type { TradeKind } from './queries'

export const KINDS: readonly TradeKind[] = [
  'PURCHASE',
  'RENTAL',
  'SWAP',
  'GIFT',
  'COUNTER_SALE',
  'BOOK_SWAP',
  'STALL_SALE',
  'DEAL',
  'AUCTION',
  'TENDER',
  'CUSTODY',
]

/** A deal is agreed on and signed in one process, and performed in another. */
const OF_CONTRACTS = ['AGREED', 'SIGNED', 'LAPSED']
const CAUSES_OF_CONTRACTS = ['AGREED', 'SELLER_SIGNED', 'BUYER_SIGNED', 'SIGNED', 'LAPSED']

/** After that it is invoiced. */
const OF_INVOICES = ['INVOICED']
const CAUSES_OF_INVOICES = ['INVOICE_ISSUED', 'INVOICE_CONFIRMED', 'INVOICE_OBJECTED', 'INVOICE_REVERSED']

/** And paid for meanwhile. */
const OF_MONEY = 'BILLED'
const CAUSE_OF_MONEY = 'BILL_'

/** Where a state of a kind's process is put in words. */
export function stateKey(kind: TradeKind, state: string): string {
  switch (kind) {
    case 'PURCHASE':
      return `order.state.${state}`
    case 'RENTAL':
      return `rental.state.${state}`
    case 'SWAP':
      return `swap.state.${state}`
    case 'GIFT':
      return `gift.state.${state}`
    case 'COUNTER_SALE':
    case 'BOOK_SWAP':
    case 'STALL_SALE':
      return `oversight.states.${state}`
    case 'AUCTION':
      return `auction.state.${state}`
    case 'TENDER':
      return `tender.state.${state}`
    case 'CUSTODY':
      return `custody.state.${state}`
    case 'DEAL':
      if (state === OF_MONEY) {
        return `oversight.money.${state}`
      }
      return OF_INVOICES.includes(state)
        ? `invoicing.stepState.${state}`
        : OF_CONTRACTS.includes(state)
          ? `deal.state.${state}`
          : `fulfilment.state.${state}`
  }
}

/** Where a cause of a kind's steps is put in words. */
export function causeKey(kind: TradeKind, cause: string): string {
  switch (kind) {
    case 'PURCHASE':
      return `oversight.causes.${cause}`
    case 'RENTAL':
      return `oversight.rentalCauses.${cause}`
    case 'SWAP':
      return `swap.cause.${cause}`
    case 'GIFT':
      return `gift.cause.${cause}`
    case 'COUNTER_SALE':
    case 'BOOK_SWAP':
    case 'STALL_SALE':
      return `oversight.endCauses.${cause}`
    case 'AUCTION':
      return `auction.cause.${cause}`
    case 'TENDER':
      return `tender.state.${cause}`
    case 'CUSTODY':
      return `custody.state.${cause}`
    case 'DEAL':
      if (cause.startsWith(CAUSE_OF_MONEY)) {
        return `oversight.money.${cause}`
      }
      return CAUSES_OF_INVOICES.includes(cause)
        ? `invoicing.step.${cause}`
        : CAUSES_OF_CONTRACTS.includes(cause)
          ? `deal.cause.${cause}`
          : `fulfilment.cause.${cause}`
  }
}
