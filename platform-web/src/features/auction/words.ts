import type { Auction, Dutch, English, Sealed, Yankee } from './queries'

type State = Auction['state']

export function takesBids(state: State): boolean {
  return state === 'OPEN' || state === 'EXTENDED' || state === 'FINAL_ROUND'
}

/** Whether sealed bids are opened. */
export function takesOpenings(state: State): boolean {
  return state === 'REVEALING' || state === 'FINAL_REVEALING'
}

export function isRunning(state: State): boolean {
  return takesBids(state) || takesOpenings(state)
}

export function isBefore(state: State): boolean {
  return state === 'DRAFT' || state === 'PUBLISHED' || state === 'INSPECTION'
}

export function isEnglish(auction: Auction): auction is English {
  return auction.english !== null
}

export function isSealed(auction: Auction): auction is Sealed {
  return auction.sealed !== null
}

export function isDutch(auction: Auction): auction is Dutch {
  return auction.dutch !== null
}

export function isYankee(auction: Auction): auction is Yankee {
  return auction.yankee !== null
}

/** What is waited for while the clock runs; undefined where nobody waits. */
export function awaitedAt(auction: Auction): string | undefined {
  if (isBefore(auction.state)) {
    return auction.opensAt
  }
  return auction.deadline ?? undefined
}

/** Known only once bidding is over; undefined before that, and where there is no reserve. */
export function isReserveMet({ reserve, priceFen, bids }: Auction): boolean | undefined {
  const amount = reserve?.amountFen
  return amount === undefined || amount === null ? undefined : bids > 0 && priceFen >= amount
}
