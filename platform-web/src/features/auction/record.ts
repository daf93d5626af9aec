import type { Auction, Bid, PublicRecord } from './queries'

/** The later one of two: news overtakes answers, and answers news. */
export function later(known: Auction, told: Auction): Auction {
  return told.version > known.version ? told : known
}

/** With a bid that was told, where it is the next one. */
export function withBid(bids: readonly Bid[], told: Bid): Bid[] {
  return told.sequence === bids.length + 1 ? [...bids, told] : [...bids]
}

/** What was read together with what had been heard before the answer came. */
export function joined(known: PublicRecord | undefined, read: PublicRecord): PublicRecord {
  return known === undefined
    ? read
    : {
        ...read,
        auction: later(known.auction, read.auction),
        bids: known.bids.length > read.bids.length ? known.bids : read.bids,
      }
}
