import type { TradeKind } from './queries'

export const KINDS: readonly TradeKind[] = [
  'PURCHASE',
  'RENTAL',
  'SWAP',
  'GIFT',
  'COUNTER_SALE',
  'BOOK_SWAP',
  'STALL_SALE',
]

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
  }
}
