import { describe, expect, it } from 'vitest'
import type { Auction, Bid, PublicRecord } from './queries'
import { joined, later, withBid } from './record'

function auction(version: number): Auction {
  return { version } as Auction
}

function bids(...sequences: number[]): Bid[] {
  return sequences.map((sequence) => ({ sequence }) as Bid)
}

function record(version: number, ...sequences: number[]): PublicRecord {
  return { auction: auction(version), bids: bids(...sequences), parts: [], ticks: [], steps: [] }
}

describe('what a room knows', () => {
  it('is never replaced by something older', () => {
    expect(later(auction(7), auction(6)).version).toBe(7)
    expect(later(auction(7), auction(8)).version).toBe(8)
  })

  it('has each bid once and in order', () => {
    expect(withBid(bids(1, 2), { sequence: 3 } as Bid)).toHaveLength(3)
    expect(withBid(bids(1, 2), { sequence: 2 } as Bid)).toHaveLength(2)
    expect(withBid(bids(1, 2), { sequence: 5 } as Bid)).toHaveLength(2)
  })

  it('keeps what was heard while an answer was under way', () => {
    const both = joined(record(9, 1, 2, 3), record(8, 1, 2))
    expect(both.auction.version).toBe(9)
    expect(both.bids).toHaveLength(3)
  })
})
