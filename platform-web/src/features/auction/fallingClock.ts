import type { Auction } from './queries'

type Clock = Pick<Auction, 'opensAt' | 'plannedEnd' | 'startFen'> & {
  dutch: Pick<NonNullable<Auction['dutch']>, 'dropFen' | 'tickSeconds' | 'floorFen'>
}

/** What a falling clock shows, and when it falls next. */
export interface Shown {
  priceFen: number
  /** Undefined where it falls no further. */
  nextAtMs: number | undefined
}

const SECOND_MS = 1_000

/** As the server computes it: a tick is on time, and the floor holds until the end. */
export function shownAt({ opensAt, plannedEnd, startFen, dutch }: Clock, nowMs: number): Shown {
  const opens = Date.parse(opensAt)
  const tick = dutch.tickSeconds * SECOND_MS
  const last = Math.min(
    Math.floor((startFen - dutch.floorFen) / dutch.dropFen),
    Math.ceil((Date.parse(plannedEnd) - opens) / tick) - 1,
  )
  const fallen = Math.min(Math.max(0, Math.floor((nowMs - opens) / tick)), last)
  return {
    priceFen: startFen - fallen * dutch.dropFen,
    nextAtMs: fallen < last ? opens + (fallen + 1) * tick : undefined,
  }
}
